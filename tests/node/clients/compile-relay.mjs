// Compiles fragments that page and refetch with Relay's compiler against a schema, and prints the names of what it made.
//   node clients/compile-relay.mjs schema.graphql
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const compiler = createRequire(import.meta.url).resolve('relay-compiler/cli.js');
const project = mkdtempSync(join(tmpdir(), 'relay-'));
try {
  mkdirSync(join(project, 'src'));
  copyFileSync(process.argv[2], join(project, 'schema.graphql'));
  copyFileSync(new URL('relay-fragments.js', import.meta.url), join(project, 'src', 'fragments.js'));
  writeFileSync(join(project, 'relay.config.json'), JSON.stringify({
    src: './src', schema: './schema.graphql', language: 'javascript', artifactDirectory: './src/__generated__', eagerEsModules: true,
  }));
  mkdirSync(join(project, 'src', '__generated__'));
  try {
    execFileSync(process.execPath, [compiler, '--output', 'quiet-with-errors', 'relay.config.json'], { cwd: project, stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    process.stderr.write(`${error.stdout}${error.stderr}`);
    process.exitCode = 1;
  }

  console.log(JSON.stringify(readdirSync(join(project, 'src', '__generated__')).sort()));
} finally {
  rmSync(project, { recursive: true });
}
