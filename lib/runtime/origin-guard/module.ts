/** The guard as the text that a config map carries; made by the build, read when it is wanted. */
import * as fs from 'fs';
import * as path from 'path';

/** Beside the bindings, for it is made as they are. */
const FILE = path.join(__dirname, '..', '..', '.gen', 'runtime', 'origin-guard.mjs');

/** One ES module without dependencies, for Node 20 and later. */
export const guardModule = (): string => fs.readFileSync(FILE, 'utf8');
