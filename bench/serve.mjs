// A static server as a good host would be set up: brotli at its best, made once and kept, and names with a hash cached for good.

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const MEDIA = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
  '.png': 'image/png',
};
// What is not worth compressing again.
const PACKED = new Set(['.png']);

/// `kept` is a folder for compressed files. `mount('/name/', folder, { without })` answers from a folder, but for the names in `without`.
export async function serve(kept) {
  mkdirSync(kept, { recursive: true });
  const mounts = [];
  const ready = new Map();
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    const mount = mounts.find((each) => path.startsWith(each.prefix));
    let name = mount ? normalize(path.slice(mount.prefix.length)) : '';
    if (name === '' || name === '.') name = 'index.html';
    const file = mount ? join(mount.folder, name) : '';
    if (!mount || name.startsWith('..') || mount.without.includes(name) || !existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end();
      return;
    }
    if (!ready.has(file)) ready.set(file, prepare(file, kept));
    const { body, headers } = ready.get(file);
    if (request.headers['if-none-match'] === headers.etag) {
      response.writeHead(304, headers).end();
      return;
    }
    response.writeHead(200, { ...headers, 'content-length': body.length }).end(body);
  });
  server.keepAliveTimeout = 60_000;
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return {
    // Service workers and the rest need a host that counts as safe: localhost does.
    origin: `http://localhost:${server.address().port}`,
    mount: (prefix, folder, { without = [] } = {}) => {
      mounts.push({ prefix, folder, without });
      // Compressed now, so that no visit waits for it. The single file is opened from disk, never served.
      for (const name of readdirSync(folder, { recursive: true })) {
        const file = join(folder, name);
        if (name !== 'palpate.html' && statSync(file).isFile() && !ready.has(file)) ready.set(file, prepare(file, kept));
      }
    },
    close: () => { server.closeAllConnections(); server.close(); },
  };
}

function prepare(file, kept) {
  const raw = readFileSync(file);
  const ending = extname(file);
  const hash = createHash('sha256').update(raw).digest('hex');
  const headers = {
    'content-type': MEDIA[ending] ?? 'application/octet-stream',
    etag: `"${hash.slice(0, 16)}"`,
    'cache-control': /[-.][0-9a-f]{16}[._]/.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache',
  };
  if (PACKED.has(ending)) return { body: raw, headers };
  const packed = join(kept, `${hash}.br`);
  if (!existsSync(packed)) {
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: raw.length };
    writeFileSync(packed, brotliCompressSync(raw, { params }));
  }
  return { body: readFileSync(packed), headers: { ...headers, 'content-encoding': 'br' } };
}
