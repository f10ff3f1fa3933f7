import { describeScenarios } from '@shipgate/kit/testing/scenario-suite.fixture';
import { prepareScan } from './scenarios.fixture.ts';

describeScenarios(import.meta.dirname, prepareScan);
