import { rm } from 'node:fs/promises';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, test } from '@jest/globals';

import { N8nClient } from '../../../demo/client';
import { freePort } from '../../../demo/ports';
import { startSandbox, type Sandbox } from '../../../sandbox';
import { CACHE } from '../../../scripts/repository';
import { LeadsTable, manyLeads } from '../leadsTable';
import { expectNoneTwice } from '../noneTwice';
import { startOwnN8n, type OwnN8n } from '../ownN8n';

const USER_FOLDER = join(CACHE, 'e2e-many-leads');

const LEADS = 5_000;

/** A loaded machine is slow. */
const MANY_LEADS_MS = 1_800_000;

describe('the example workflow "Leads in a table to Kayse", on an n8n of its own', () => {
	let sandbox: Sandbox;
	let n8n: OwnN8n;

	beforeAll(async () => {
		await rm(USER_FOLDER, { recursive: true, force: true });
		sandbox = await startSandbox();
		n8n = await startOwnN8n(USER_FOLDER, await freePort());
	});

	afterAll(async () => {
		await n8n?.stop();
		await sandbox?.close();
		// jest would complain of packages with the same name in the folders of two n8ns.
		await rm(join(USER_FOLDER, '.n8n', 'nodes'), { recursive: true, force: true });
	});

	test(
		`takes ${LEADS} leads in, none twice, although the execution is stopped in the middle and another one started`,
		async () => {
			sandbox.control.configureKayse({ requestsPerWindow: 1_000_000 });
			const client = await N8nClient.login(n8n.url);
			const name = 'Kayse, on a plan without limits';
			const id = await client.saveCredential({ type: 'kayseOutreachApi', name, data: { ...sandbox.kayse } });
			const credentials = { kayseOutreachApi: { id, name } };
			const table = await LeadsTable.publish(client, n8n.url, credentials, await manyLeads(LEADS));
			await table.stoppedInTheMiddle(LEADS);
			expectNoneTwice(sandbox.control.kayseState(), await table.rows());
		},
		MANY_LEADS_MS,
	);
});
