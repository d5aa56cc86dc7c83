import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** @type {import('next').NextConfig} */
export default {
  // Headers are set in proxy.ts, because they depend on the host and on the build's inline scripts.
  poweredByHeader: false,
  reactStrictMode: true,
  // server.mjs compresses, also as Brotli.
  compress: false,
  // Read by the page, to know where the sandbox is; a change of it needs a build.
  env: { SANDBOX_ORIGIN: process.env.SANDBOX_ORIGIN ?? '' },
  images: { unoptimized: true },
  // `npm test` checks types once, tests included; a start does not wait for it.
  typescript: { ignoreBuildErrors: true },
  turbopack: { root: dirname(fileURLToPath(import.meta.url)) },
};
