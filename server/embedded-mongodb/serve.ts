import { startEmbeddedMongodb } from './index.ts';

/** Serves a directory until SIGTERM: `node serve.js <directory>`. Prints the URI when it is ready. */
const [directory] = process.argv.slice(2);
if (directory === undefined) {
  process.stderr.write('usage: node serve.js <directory>\n');
  process.exit(2);
}
const server = await startEmbeddedMongodb({ directory });
process.stdout.write(`${server.uri('test')}\n`);
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    void server.close().then(() => process.exit(0));
  });
