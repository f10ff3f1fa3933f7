// @ts-check

/** A text of 255 characters in lower case: there are characters of which that makes two. */
const LOWER = 510;

/**
 * Rows are kept by host and GitHub's number of the repository. Times are milliseconds since 1970; GitHub's numbers are
 * integers where rows are ordered by them, and texts elsewhere.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('delivery', (table) => {
    table.comment('Webhooks as they came in, kept for some days.');
    table.string('host').notNullable();
    table.string('guid').notNullable().comment('X-GitHub-Delivery');
    table.string('event').notNullable();
    table.string('body_hash', 64).notNullable().comment('SHA-256 of the bytes, hex');
    table.text('body').notNullable();
    table.bigInteger('received_at').notNullable();
    table.string('state').notNullable().comment('pending, processed, not-used, failed');
    table.integer('attempts').notNullable();
    table.bigInteger('try_after').notNullable().comment('of a pending one');
    table.text('note').nullable().comment('why it is not used, or the last error');
    table.primary(['host', 'guid']);
    table.unique(['host', 'body_hash']);
    table.index(['state', 'try_after']);
    table.index(['received_at']);
  });
  await knex.schema.createTable('repository', (table) => {
    table.comment('One row for each repository; locked while rows of the repository are worked out.');
    table.string('host').notNullable();
    table.string('repo_id').notNullable();
    table.bigInteger('heard_at').notNullable().comment('when the newest event or verdict came in');
    table.primary(['host', 'repo_id']);
  });
  await knex.schema.createTable('repository_name', (table) => {
    table.comment('Every name that a repository has had, so that an annotation with an older one still leads to it.');
    table.string('host').notNullable();
    table.string('name_key', LOWER).notNullable().comment('owner/name in lower case');
    table.string('repo_id').notNullable();
    table.string('full_name').notNullable();
    table.bigInteger('told_at').notNullable();
    table.primary(['host', 'name_key', 'repo_id']);
  });
  await knex.schema.createTable('deployment', (table) => {
    table.comment('Each field as the newest event tells it.');
    table.string('host').notNullable();
    table.string('repo_id').notNullable();
    table.bigInteger('gh_id').notNullable();
    table.string('sha', 64).notNullable();
    table.text('ref').notNullable();
    table.string('environment').notNullable();
    table.string('environment_key', LOWER).notNullable().comment('lower case');
    table.string('creator').nullable();
    table.string('version').nullable();
    table.bigInteger('created_at').notNullable();
    table.bigInteger('told_at').notNullable();
    table.string('run_id').nullable();
    table.text('run_url').nullable();
    table.string('run_actor').nullable();
    table.bigInteger('run_told_at').nullable();
    table.primary(['host', 'repo_id', 'gh_id']);
    table.index(['host', 'repo_id', 'environment_key', 'created_at']);
    table.index(['host', 'repo_id', 'sha', 'created_at']);
  });
  await knex.schema.createTable('deployment_status', (table) => {
    table.comment('Only ever added to.');
    table.string('host').notNullable();
    table.bigInteger('status_id').notNullable();
    table.string('repo_id').notNullable();
    table.bigInteger('gh_id').notNullable();
    table.string('state').notNullable();
    table.text('description').nullable();
    table.string('environment').notNullable();
    table.string('environment_key', LOWER).notNullable();
    table.text('log_url').nullable();
    table.text('environment_url').nullable();
    table.bigInteger('created_at').notNullable();
    table.primary(['host', 'status_id']);
    table.index(['host', 'repo_id', 'environment_key', 'state', 'created_at']);
    table.index(['host', 'repo_id', 'gh_id']);
  });
  await knex.schema.createTable('current_state', (table) => {
    table.comment('Worked out from deployment and deployment_status.');
    table.string('host').notNullable();
    table.string('repo_id').notNullable();
    table.string('environment_key', LOWER).notNullable();
    table.string('environment').notNullable();
    table.bigInteger('current_gh_id').nullable().comment('the deployment with the newest success');
    table.bigInteger('since').nullable().comment('time of that success');
    table.bigInteger('latest_gh_id').nullable().comment('the newest deployment');
    table.primary(['host', 'repo_id', 'environment_key']);
  });
  await knex.schema.createTable('gate_verdict', (table) => {
    table.uuid('id').primary();
    table.string('host').notNullable();
    table.string('repo_id').notNullable();
    table.string('run_id').notNullable();
    table.integer('run_attempt').notNullable();
    table.string('gate').notNullable();
    table.string('subject_hash', 64).notNullable().comment('SHA-256 of path, service and environment');
    table.string('body_hash', 64).notNullable().comment('SHA-256 of the bytes, hex');
    table.string('sha', 64).notNullable();
    table.string('ref', 1024).notNullable();
    table.boolean('is_gating').notNullable();
    table.bigInteger('finished_at').notNullable();
    table.bigInteger('received_at').notNullable();
    table.text('summary').notNullable().comment('JSON of a GateResult');
    table.text('body').notNullable().comment('JSON of the verdict');
    table.unique(['host', 'repo_id', 'run_id', 'run_attempt', 'gate', 'subject_hash']);
    table.index(['host', 'repo_id', 'sha', 'finished_at']);
  });
  await knex.schema.createTable('token_use', (table) => {
    table.comment('A token is good for one body; kept until it has expired.');
    table.string('issuer').notNullable();
    table.string('jti').notNullable();
    table.string('body_hash', 64).notNullable();
    table.uuid('verdict_id').notNullable();
    table.bigInteger('expires_at').notNullable();
    table.primary(['issuer', 'jti']);
    table.index(['expires_at']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const table of TABLES) await knex.schema.dropTable(table);
};

const TABLES = [
  'token_use',
  'gate_verdict',
  'current_state',
  'deployment_status',
  'deployment',
  'repository_name',
  'repository',
  'delivery',
];
