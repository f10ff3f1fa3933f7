import type { ClassMutations } from '../mutation.ts';
import * as access from './access.ts';
import * as conversions from './conversions.ts';
import * as database from './database.ts';
import * as operators from './operators.ts';
import * as relations from './relations.ts';
import * as routines from './routines.ts';
import * as tables from './tables.ts';
import * as types from './types.ts';

const families = [tables, relations, routines, types, conversions, operators, database, access];

/** Per class of catalog objects, what can be changed about one of them. */
export const mutations: readonly ClassMutations[] = families.flatMap((family) => Object.values<ClassMutations>(family));
