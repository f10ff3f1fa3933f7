export { isDeploymentsAvailable, PROJECT_SLUG } from './annotation';
export { deploymentsApiRef } from './api';
export { deploymentsPlugin, EntityDeploymentsContent } from './plugin';
export { deploymentsTranslationRef } from './words/ref';
