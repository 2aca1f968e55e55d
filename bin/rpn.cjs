#!/usr/bin/env node
'use strict';

// The command line of the built program; the first call in a fresh clone installs and builds it.
const { existsSync } = require('node:fs');
const path = require('node:path');

const main = path.resolve(__dirname, '../dist/apps/cli/main.js');

async function rpn() {
  if (!existsSync(main)) {
    const { ensureInstalled, ensureBuilt } = await import('../scripts/prepare.mjs');
    ensureInstalled();
    ensureBuilt();
  }
  process.argv[1] = main;
  require('node:module').runMain();
}

void rpn();
