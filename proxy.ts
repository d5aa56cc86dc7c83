import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type NextRequest, NextResponse } from 'next/server';
import { answer, type Files } from '@/lib/policy/answer';
import { hashesOf, type InlineHashes } from '@/lib/policy/inline-hashes';
import { readSettings } from '@/lib/policy/settings';

// There is no matcher: on the sandbox's host even Next's own files are refused.

const settings = readSettings(process.env);
let inlineHashes: InlineHashes | undefined;

const files: Files = {
  hasSandboxFile: (path) => /^(?:\/[\w-][\w.-]*)+$/.test(path) && isFile(join('public', path)),
  hashesOf: (path) => hashesOf((inlineHashes ??= readInlineHashes()), path),
};

export function proxy(request: NextRequest): Response {
  const { method, nextUrl, headers } = request;
  const result = answer({ method, path: nextUrl.pathname, headers }, settings, files);
  switch (result.kind) {
    case 'pass':
      return NextResponse.next({ headers: result.headers });
    case 'refuse':
      return plainText(result.status, result.text);
    default:
      return result satisfies never;
  }
}

function isFile(path: string): boolean {
  return (
    statSync(join(/* turbopackIgnore: true */ process.cwd(), path), {
      throwIfNoEntry: false,
    })?.isFile() ?? false
  );
}

function plainText(status: number, text: string): Response {
  return new NextResponse(`${text}\n`, {
    status,
    headers: {
      'Content-Type': 'text/plain; charset=utf-8',
      'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
      'X-Content-Type-Options': 'nosniff',
    },
  });
}

/** @throws {Error} when the site was built without its list, because then no page could run its scripts. */
function readInlineHashes(): InlineHashes {
  const path = join(/* turbopackIgnore: true */ process.cwd(), '.next', 'inline-hashes.json');
  if (!existsSync(path)) {
    throw new Error(
      `${path} is missing. Build the site with \`npm run build\`, not \`next build\`.`,
    );
  }
  return JSON.parse(readFileSync(path, 'utf8')) as InlineHashes;
}
