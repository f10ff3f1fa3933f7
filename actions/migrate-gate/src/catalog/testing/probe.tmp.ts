import { CatalogFixture } from './catalog-fixture.ts';
import { catalogClasses } from '../classes/index.ts';
import { selectClass } from '../class.ts';
import { compareCatalogs } from '../compare.ts';
console.log(catalogClasses.length, catalogClasses.reduce((n,c)=>n+Object.keys(c.attributes).length,0));
const f = await CatalogFixture.open({extensions:['citext','file_fdw','hstore','pg_stat_statements']});
await f.run('create extension pg_stat_statements');
let before = await f.read();
for (const [k,v] of before) console.log(k,v);
for (const sql of process.argv.slice(2)) { try { await f.run(sql); console.log('ok', sql);
 const now = await f.read(); const afresh = await f.readAfresh();
 for (const d of compareCatalogs(before, now)) console.log('   ', d.class,'|', d.object,'|', d.change, d.noise??'', d.attributes.map(a=>`${a.name}: ${a.expected} -> ${a.got}`).join('; '));
 for (const d of compareCatalogs(afresh, now)) console.log('   STALE', d.class,'|', d.object,'|', d.change, d.noise??'', d.attributes.map(a=>`${a.name}: ${a.expected} -> ${a.got}`).join('; '));
 before = now;
 } catch (e) { console.log('ERR', (e as Error).message); } }
await f.close();
