import { describe, expect, it } from 'vitest';
import { parseLesson } from './parse-lesson';
import { BODY_LINE, sampleLesson } from './sample';

const FILE = 'content/02-sample/lesson.mdx';
const parse = (body: string) => parseLesson(sampleLesson(body), FILE);
const at = (line: number, column = 1) => `${FILE}:${BODY_LINE + line - 1}:${column}: `;
const fence = (meta: string, code = '1;') => `\`\`\`${meta}\n${code}\n\`\`\`\n`;

describe('cells', () => {
  it('are found in document order, with their code as it is written', () => {
    const code = "const a = '<b>' + `${1}`;\n\n  a;";
    const body = [
      fence('ts cell="one" title="First"', code),
      fence('python', 'x = 1'),
      fence('ts cell="two" title="Second" draws="a curve" automatic="no"', 'a;'),
    ].join('\n');
    expect(parse(body).cells).toEqual([
      { id: 'one', title: 'First', code, draws: '' },
      { id: 'two', title: 'Second', code: 'a;', draws: 'a curve', automatic: false },
    ]);
  });

  it('must have ids of their own', () => {
    const body = fence('ts cell="a" title="A"') + '\n' + fence('ts cell="a" title="B"');
    const reason = `a cell with the id "a" is on line ${BODY_LINE} already.`;
    expect(() => parse(body)).toThrow(at(5) + reason);
  });

  it.each([
    ['ts cell="a"', 'cell "a" has no title.'],
    ['ts cell="a" title=""', 'cell "a" has no title.'],
    ['ts cell="A b" title="T"', 'cell id "A b" must be lower-case letters'],
    ['python cell="a" title="T"', 'cell "a" must be a fence of language ts, not python.'],
    ['ts cell="a" title="T" automatic="true"', 'cell "a": automatic is "yes" or "no", not "true".'],
    ['ts cell="a" title="T" draw="x"', 'cell "a" has an unknown attribute "draw".'],
    ['ts cell=a title="T"', 'write a cell as'],
    ['ts cell="a" title="T" live', 'write a cell as'],
    ['ts cell="a" cell="b" title="T"', 'write a cell as'],
  ])('are refused as ```%s', (meta, reason) => {
    expect(() => parse(`Text.\n\n${fence(meta)}`)).toThrow(at(3) + reason);
  });

  it('must not be empty, nor inside something else', () => {
    expect(() => parse(fence('ts cell="a" title="T"', ' '))).toThrow(at(1) + 'cell "a" is empty.');
    const nested = `<Wide>\n${fence('ts cell="a" title="T"')}</Wide>`;
    expect(() => parse(nested)).toThrow(at(2) + 'cell "a" must not be inside anything else.');
  });
});

describe('headings', () => {
  it('get anchors that are unique and hold only letters, digits and hyphens', () => {
    const body = "## What it's for\n\n## Été `relu` & $x^2$\n\n### What its for\n\n## ?\n";
    expect(parse(body).headings).toEqual([
      { id: 'what-its-for', text: 'What it\u2019s for', depth: 2 },
      { id: 'ete-relu-x-2', text: 'Été relu & x^2', depth: 2 },
      { id: 'what-its-for-2', text: 'What its for', depth: 3 },
      { id: 'section', text: '?', depth: 2 },
    ]);
  });

  it('do not repeat the title, and hold no link', () => {
    expect(() => parse('# Title\n')).toThrow(at(1) + 'headings go from ## to ####');
    expect(() => parse('## See [this](/x)\n')).toThrow('a heading is a link already');
  });
});

describe('what a lesson may not hold', () => {
  it.each([
    ['Text.\n\n<Tabs />\n', at(3), 'unknown component <Tabs>. Known: Aside,'],
    ['<Predict>x</Predict>\n', at(1), '<Predict> needs the attribute question="…".'],
    ['<Aside side="left">x</Aside>\n', at(1), '<Aside> has no attribute "side".'],
    ['<Aside {...props} />\n', at(1), '<Aside>: attribute values must be plain'],
    ['<div id={window.name} />\n', at(1), '<div>: attribute values must be plain'],
    [
      '<SideBySide left="a" right="b">\nText.\n</SideBySide>\n',
      at(1),
      '<SideBySide> must hold exactly',
    ],
    ["import x from 'y'\n", at(1), 'lessons do not use import or export'],
    ['The set {a} is code.\n', at(1, 9), '{a} is code.'],
    ['{`${a}`}\n', at(1), 'is code.'],
    [fence('rust', 'x'), at(1), 'a fenced block needs a language, one of: ts,'],
    [fence('', 'x'), at(1), 'a fenced block needs a language'],
    ['![](/a.png)\n', at(1), 'an image needs a text'],
    ['A $\\frac{1}{2$ here.\n', at(1, 3), 'formula: '],
    ['$$\n\\nosuch\n$$\n', at(1), 'formula: Undefined control sequence: \\nosuch'],
    ['$\\href{https://a.b}{x}$\n', at(1), 'formula: '],
    ['$π\\text{é}中$\n', at(1), 'formula: '],
    ['<Aside>\n\nText.\n', `${FILE}:`, 'MDX: '],
    ['A { b\n', `${FILE}:`, 'MDX: '],
  ])('%j', (body, place, reason) => {
    expect(() => parse(body)).toThrow(place);
    expect(() => parse(body)).toThrow(reason);
  });

  it('but comments and plain data are fine', () => {
    const body = "{/* note */}\n\n<Aside>One{' '}two {-1}</Aside>\n\n<div title={'a'} hidden />\n";
    expect(() => parse(body)).not.toThrow();
  });
});
