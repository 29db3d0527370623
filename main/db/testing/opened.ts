import { openDb } from '../open.ts';

// A program of its own, that somebody may end at any moment while it opens a desk.
process.stdout.write('opening\n');
openDb(process.argv[2] ?? '').close();
process.stdout.write('open\n');
