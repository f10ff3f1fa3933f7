// Backstage's mock services are made with jest.fn.
import { vi } from 'vitest';

Object.assign(globalThis, { jest: vi });
