import { ImportGround } from '../../../test/support/imports';
import { pia } from '../../../test/support/network';
import { rejectedFile } from './rejected-file';

const REMARKS = '_line,_column,_code,_reason,_would_pass';

it('holds the rejected rows as they stood, why, and nothing that a spreadsheet would run', async () => {
  const ground = await ImportGround.open();
  const text =
    'tier;district_id;month_closed\r\n2;5100120;2024-09-18\r\n1;"=cmd|\'/c calc\'!A1";2024-09-18\r\n-1;5100121;"3/4\n2025"\r\n';
  const { plan } = await ground.good(text, 'signups', pia);
  expect(rejectedFile(Buffer.from(text), plan).split('\r\n')).toEqual([
    `\uFEFFtier,district_id,month_closed,${REMARKS}`,
    `1,'=cmd|'/c calc'!A1,2024-09-18,3,district_id,CELL_FORMULA,"“=cmd|'/c calc'!A1” is a formula, not a value.",the value itself`,
    '\'-1,5100121,"3/4\n2025",4,month_closed; tier,DATE_FORMAT; INTEGER,' +
      '“3/4 2025” is not written as YYYY-MM-DD.; “-1” is no whole number in plain digits.,' +
      '"a day as YYYY-MM-DD, like 2026-09-30; digits alone, like 12"',
    '',
  ]);
});

it('leaves out the remarks of an earlier time', async () => {
  const ground = await ImportGround.open();
  const text = `district_id,month_closed,tier,${REMARKS}\n,2024-09-18,2,7,x,x,x,x\n`;
  const { plan } = await ground.good(text, 'signups', pia);
  expect(rejectedFile(Buffer.from(text), plan)).toBe(
    `\uFEFFdistrict_id,month_closed,tier,${REMARKS}\r\n` +
      ',2024-09-18,2,2,district_id,REQUIRED,The cell is empty; its NCES id is due.,its NCES id\r\n',
  );
});
