/** Phase 1, and the load test of phase 7: what tools report. */
import { changed } from '../mutation.ts';

const vulnerabilities = 'нет-уязвимостей-безопасности';
const quality = 'проверки-качества-кода-проходят';

export const code = [
  ...changed('reports/junit.xml', ['все-тесты-проходят', 'errors="0" failures="0"', 'errors="0" failures="1"']),
  ...changed('reports/junit.xml', [
    'все-тесты-проходят',
    '<testcase classname="tests.test_orders" name="test_an_order_id_is_a_number"',
    '<testcase classname="tests.test_orders" name="test_a_total_is_right"><failure message="assert 350 == 351">assert</failure></testcase>\n<testcase classname="tests.test_orders" name="test_an_order_id_is_a_number"',
  ]),
  ...changed('reports/coverage.xml', [
    'все-тесты-проходят',
    'lines-valid="80" lines-covered="69" line-rate="0.8625"',
    'lines-valid="80" lines-covered="60" line-rate="0.75"',
  ]),
  ...changed('reports/tsc.txt', [
    'нет-ошибок-typescript',
    'Files: ',
    "src/orders.ts(12,3): error TS2322: Type 'string' is not assignable to type 'number'.\nFiles: ",
  ]),
  ...changed('reports/mypy.txt', [
    'type-hints-coverage-80',
    'Success: no issues found in 5 source files',
    'src/orders/money.py:22: error: Function is missing a type annotation  [no-untyped-def]\nFound 1 error in 1 file (checked 5 source files)',
  ]),
  ...changed('reports/mypy-any-exprs.txt', [
    'type-hints-coverage-80',
    `orders.requests      0     109    100.00%\n  orders.states      0      57    100.00%\n${'-'.repeat(41)}\n          Total      0     298    100.00%`,
    `orders.requests    109     109      0.00%\n  orders.states      0      57    100.00%\n${'-'.repeat(41)}\n          Total    109     298     63.42%`,
  ]),
  ...changed('reports/pip-audit.json', [
    vulnerabilities,
    '"pyjwt", "version": "2.10.1", "vulns": []',
    '"pyjwt", "version": "2.10.1", "vulns": [{"id": "PYSEC-2026-901", "fix_versions": ["2.10.2"], "aliases": [], "description": "made up"}]',
  ]),
  ...changed('reports/npm-audit.json', [vulnerabilities, '"high": 0', '"high": 1']),
  ...changed('reports/npm-audit.json', [
    vulnerabilities,
    '"vulnerabilities": {},',
    '"vulnerabilities": { "zod": { "name": "zod", "severity": "high", "isDirect": true, "via": [], "effects": [], "range": "<4.1.13", "nodes": ["node_modules/zod"], "fixAvailable": true } },',
  ]),
  ...changed('reports/bandit.sarif.json', [
    vulnerabilities,
    '"results": []',
    '"results": [{ "ruleId": "B105", "level": "error", "message": { "text": "Possible hardcoded password" }, "locations": [{ "physicalLocation": { "artifactLocation": { "uri": "src/orders/limits.py" }, "region": { "startLine": 7 } } }] }]',
  ]),
  ...changed('reports/gitleaks.sarif.json', [
    'нет-секретов-в-коде',
    '"results": []',
    '"results": [{ "ruleId": "private-key", "message": { "text": "private-key has detected secret for file config/key.pem." }, "locations": [{ "physicalLocation": { "artifactLocation": { "uri": "config/key.pem" }, "region": { "startLine": 1 } } }] }]',
  ]),
  ...changed('reports/black.txt', [
    quality,
    'All done! ✨ 🍰 ✨\n5 files would be left unchanged.',
    'would reformat src/orders/money.py\n\nOh no! 💥 💔 💥\n1 file would be reformatted, 4 files would be left unchanged.',
  ]),
  ...changed('reports/flake8.txt', [
    quality,
    '46         files processed per second\n0\n',
    "46         files processed per second\nsrc/orders/money.py:3:1: F401 'os' imported but unused\n1\n",
  ]),
  ...changed('reports/pylint.txt', [quality, 'rated at 10.00/10 (previous', 'rated at 7.91/10 (previous']),
  ...changed(
    'reports/k6.json',
    ['load-testing-завершён', '"p(95)": 188.12,', '"p(95)": 241.9,'],
    [
      'load-testing-завершён',
      '"http_reqs": { "count": 312012, "rate": 1040.0054,',
      '"http_reqs": { "count": 247203, "rate": 824.0101,',
    ],
  ),
];
