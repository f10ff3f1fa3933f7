/** Every format of a report, with what reads it and with the command that makes it. */
import type { ReportFormat } from '../evidence/entry.ts';
import { readBlack } from './black.ts';
import { readCobertura } from './cobertura.ts';
import { readCoveragePy } from './coverage-py.ts';
import { readEslint } from './eslint.ts';
import { readFlake8 } from './flake8.ts';
import { readJunit } from './junit.ts';
import { readK6 } from './k6.ts';
import { readLcov } from './lcov.ts';
import type { ReportReader } from './measure.ts';
import { readMypy } from './mypy.ts';
import { readNpmAudit } from './npm-audit.ts';
import { readPipAudit } from './pip-audit.ts';
import { readPylint } from './pylint.ts';
import { readSarif } from './sarif.ts';
import { readTsc } from './tsc.ts';

export const readers: Readonly<Record<ReportFormat, ReportReader>> = {
  junit: readJunit,
  cobertura: readCobertura,
  lcov: readLcov,
  'coverage-py': readCoveragePy,
  k6: readK6,
  pylint: readPylint,
  mypy: readMypy,
  flake8: readFlake8,
  black: readBlack,
  tsc: readTsc,
  eslint: readEslint,
  'npm-audit': readNpmAudit,
  'pip-audit': readPipAudit,
  sarif: readSarif,
};

/** A command that makes such a report; FILE is where it goes. */
export const makers: Readonly<Record<ReportFormat, string>> = {
  junit: 'pytest --junitxml FILE',
  cobertura: 'pytest --cov --cov-report xml:FILE',
  lcov: 'pytest --cov --cov-report lcov:FILE',
  'coverage-py': 'coverage json -o FILE',
  k6: 'k6 run --summary-export FILE script.js',
  pylint: 'pylint --output-format=json2 PACKAGE > FILE',
  mypy: 'mypy PACKAGE > FILE',
  flake8: 'flake8 --exit-zero --count --benchmark PACKAGE > FILE',
  black: 'black --check PACKAGE 2> FILE',
  tsc: 'tsc --noEmit --pretty false --diagnostics > FILE',
  eslint: 'eslint --format json --output-file FILE .',
  'npm-audit': 'npm audit --json > FILE',
  'pip-audit': 'pip-audit --format json --output FILE --requirement requirements.txt',
  sarif: 'SCANNER --format sarif > FILE',
};
