// Everything one may ask or do, once, in the order in which help lists it.
import { add } from './add.ts';
import { codebook } from './codebook.ts';
import { list } from './list.ts';
import { parseOperation } from './parse.ts';
import { read } from './read.ts';
import { show } from './show.ts';
import { who } from './who.ts';

export const OPERATIONS = [read, who, parseOperation, add, list, show, codebook] as const;
