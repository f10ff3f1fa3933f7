import { describeScenarios } from '@shipgate/kit/testing/scenario-suite.fixture';

describeScenarios(import.meta.dirname);
