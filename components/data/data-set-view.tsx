import { InlineCode } from '@/components/mdx/inline-code';
import { Prose } from '@/components/mdx/prose';
import { Table } from '@/components/mdx/table';
import { TextLink } from '@/components/mdx/text-link';
import type { DataSet } from '@/lib/content/data-sets';
import { formatBytes } from '@/lib/lesson/format-bytes';
import styles from './data-set-view.module.css';

/** The address of a picture of examples, and its size in pixels. */
export type ExamplePicture = { address: string; width: number; height: number };

/** One data set: how a cell has it, a few examples, where it comes from and what may be done with it. */
export function DataSetView({ set, picture }: { set: DataSet; picture: ExamplePicture | null }) {
  const { name, title, summary, call, Content } = set;
  return (
    <section className={styles.set} aria-labelledby={name}>
      <h2 id={name} className={styles.title}>
        {title}
      </h2>
      <p className={styles.summary}>{summary}</p>
      <p className={styles.call}>
        <InlineCode>{`await ${call}`}</InlineCode>
      </p>
      {picture === null ? <Lines set={set} /> : <Examples set={set} picture={picture} />}
      <Facts set={set} />
      <details className={styles.more}>
        <summary>What each value means, and where it comes from</summary>
        <Prose className={styles.text}>
          <Content components={COMPONENTS} />
        </Prose>
      </details>
    </section>
  );
}

const COMPONENTS = { h2: 'h3', a: TextLink, code: InlineCode, table: Table } as const;

function Facts({ set: { source, licence, licenceUrl, files } }: { set: DataSet }) {
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  return (
    <dl className={styles.facts}>
      <div>
        <dt>From</dt>
        <dd>{source}</dd>
      </div>
      <div>
        <dt>Licence</dt>
        <dd>
          <TextLink href={licenceUrl}>{licence}</TextLink>
        </dd>
      </div>
      <div>
        <dt>Size</dt>
        <dd>{formatBytes(bytes)}</dd>
      </div>
    </dl>
  );
}

/** What a picture shows, for who does not see it and as its caption. */
const PICTURE_WORDS: Readonly<Record<string, string>> = {
  mnist: 'Three of each digit, from 0 at the left to 9 at the right.',
  photograph: 'All of it. Each of its pixels is three pixels wide here.',
  emoji:
    'Two of each category, first by Google, below by Twitter. From left to right: smileys, people, hands, nature, food, places, activities, objects, symbols, flags.',
};

function Examples({ set, picture }: { set: DataSet; picture: ExamplePicture }) {
  const { address, width, height } = picture;
  const words = PICTURE_WORDS[set.name] ?? '';
  return (
    <figure className={styles.examples}>
      {/* eslint-disable-next-line @next/next/no-img-element -- a static file, no optimiser behind it */}
      <img src={address} alt={`Examples of ${set.title}`} {...{ width, height }} loading="lazy" />
      <figcaption>{words}</figcaption>
    </figure>
  );
}

function Lines({ set: { kind, lines, files } }: { set: DataSet }) {
  if (lines.length === 0) return null;
  if (kind === 'text') {
    return lines.map((some, at) => (
      <p key={at} className={styles.names}>
        {`${files[at]?.name.replace(/\.txt$/, '') ?? ''}: ${some.join(', ')}, …`}
      </p>
    ));
  }
  const [header = [], ...rows] = lines;
  return (
    <Table>
      <thead>
        <tr>
          {header.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          <tr key={at}>
            {row.map((value, column) => (
              <td key={column}>{value}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
