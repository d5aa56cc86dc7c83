import { didYouMean } from '@/lib/content/did-you-mean';
import { descend, placeOf, type MarkdownNode } from '@/lib/content/markdown-node';
import type { ParsedLesson } from '@/lib/content/parse-lesson';
import type { Finding } from '../finding';
import { slugOf } from './check-course';
import type { Exercise, Lesson } from './parse-documents';
import type { Document } from './read-documents';

/** What the site answers, besides lessons. */
export type Site = {
  /** Addresses of pages, e.g. `/data`. */
  pages: ReadonlySet<string>;
  /** Whether there is a file to serve, e.g. `/pictures/cells.png`. */
  hasFile(address: string): boolean;
};

type Targets = { site: Site; anchors: ReadonlyMap<string, ReadonlySet<string>> };

/** Whether each link within the course leads somewhere. What is elsewhere on the web is not asked for. */
export function checkLinks(
  lessons: readonly Lesson[],
  exercises: readonly Exercise[],
  site: Site,
): Finding[] {
  const anchors = new Map(
    lessons.flatMap(({ document, parsed }) => {
      const slug = slugOf(document);
      return slug === null ? [] : [[slug, anchorsOf(parsed)] as const];
    }),
  );
  return [...lessons, ...exercises].flatMap(({ document, tree }) =>
    linksIn(tree).flatMap((link) => checkLink(link, document, { site, anchors })),
  );
}

function anchorsOf({ headings, cells, placements }: ParsedLesson): Set<string> {
  return new Set([
    ...headings.map(({ id }) => id),
    ...cells.map(({ id }) => `cell-${id}`),
    ...placements.map(({ id }) => `exercise-${id}`),
  ]);
}

function linksIn(tree: MarkdownNode): MarkdownNode[] {
  return [...descend(tree)]
    .map(({ node }) => node)
    .filter(({ type }) => ['link', 'image', 'definition'].includes(type));
}

function checkLink(link: MarkdownNode, document: Document, targets: Targets): Finding[] {
  const sentence = wrongWith(link.url ?? '', slugOf(document) ?? '', targets);
  if (sentence === null) return [];
  return [{ file: document.file, line: placeOf(link).line, level: 'error', sentence }];
}

function wrongWith(url: string, own: string, targets: Targets): string | null {
  if (/^(?:https?:\/\/|mailto:)/.test(url)) {
    return URL.canParse(url) ? null : `The address ${url} is not one.`;
  }
  if (url.startsWith('#')) return wrongAnchor(own, url.slice(1), targets);
  if (!url.startsWith('/')) {
    return `The link ${url || '()'} leads nowhere. Write /learn/slug#heading for a place in the course, or an address with https://.`;
  }
  const [path = '', anchor] = url.split('#');
  const slug = /^\/learn\/([^/]+)\/?$/.exec(path)?.[1];
  if (slug === undefined) {
    const isThere = targets.site.pages.has(path) || targets.site.hasFile(path);
    return isThere ? null : `The link ${url} leads nowhere: the site has no ${path}.`;
  }
  if (!targets.anchors.has(slug)) {
    return `The link ${url} leads nowhere: there is no lesson "${slug}".${didYouMean(slug, targets.anchors.keys())} The lessons are ${[...targets.anchors.keys()].join(', ')}.`;
  }
  return anchor === undefined ? null : wrongAnchor(slug, anchor, targets);
}

function wrongAnchor(slug: string, anchor: string, { anchors }: Targets): string | null {
  const known = anchors.get(slug);
  // Of a lesson that can't be read nothing is known.
  if (known === undefined || known.has(decoded(anchor))) return null;
  const headings = [...known].filter((id) => !/^(?:cell|exercise)-/.test(id));
  return `The link to #${anchor} leads nowhere: the lesson "${slug}" has no such heading, cell or exercise.${didYouMean(decoded(anchor), known)} Its headings are ${headings.join(', ') || 'none'}.`;
}

function decoded(anchor: string): string {
  try {
    return decodeURIComponent(anchor);
  } catch {
    return anchor;
  }
}
