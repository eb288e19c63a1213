#!/usr/bin/env node
// Starts the program with the Node 24 that `npm ci` brought, whatever Node runs this file.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import module from 'node:module';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(import.meta.url);
const own = fileURLToPath(new URL('../node_modules/node/bin/node', import.meta.url));
const [major = 0] = process.versions.node.split('.').map(Number);

if (major >= 24) {
  // Stripping types and compiling costs half of a start: kept between starts.
  module.enableCompileCache();
  await import(new URL('../src/main.ts', import.meta.url));
} else if (existsSync(own)) {
  const child = spawn(own, [here, ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? (signal === null ? 1 : 128)));
} else {
  process.stderr.write('Southbridge needs Node 24. Run "npm ci" in its folder first: that brings it.\n');
  process.exit(1);
}
