import { mockServices } from '@backstage/backend-test-utils';
import { describe, expect, it } from 'vitest';
import { tellBySignal } from './changes';

describe('a change that cannot be told', () => {
  it('is logged, and fails nothing: it is stored, and polling shows it', async () => {
    const logger = mockServices.logger.mock();
    const broken = { publish: () => Promise.reject(new Error('no bus')) };
    await expect(tellBySignal(broken, logger)({ host: 'github.com', repositoryId: '1' })).resolves.toBeUndefined();
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('no signal'),
      expect.objectContaining({ message: 'no bus' }),
    );
  });
});
