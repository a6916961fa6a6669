import type { ICredentialType, INodeType } from 'n8n-workflow';

import { KaiCallsOutreachApi } from '../../../../credentials/KaiCallsOutreachApi.credentials';
import { KairoOutreachApi } from '../../../../credentials/KairoOutreachApi.credentials';
import { KakiyoOutreachApi } from '../../../../credentials/KakiyoOutreachApi.credentials';
import { KayseOutreachApi } from '../../../../credentials/KayseOutreachApi.credentials';
import { KaiCalls } from '../../../../nodes/KaiCalls/KaiCalls.node';
import { Kairo } from '../../../../nodes/Kairo/Kairo.node';
import { Kakiyo } from '../../../../nodes/Kakiyo/Kakiyo.node';
import { Kayse } from '../../../../nodes/Kayse/Kayse.node';
import type { NodeRun } from '../../engine';

/** A node of the package. */
export interface PackageNode {
	/** A new one each time, as loading a node changes its description. */
	create: () => INodeType;
	credentialType: ICredentialType;
}

export const packageNodes: PackageNode[] = [
	{ create: () => new KaiCalls(), credentialType: new KaiCallsOutreachApi() },
	{ create: () => new Kairo(), credentialType: new KairoOutreachApi() },
	{ create: () => new Kakiyo(), credentialType: new KakiyoOutreachApi() },
	{ create: () => new Kayse(), credentialType: new KayseOutreachApi() },
];

/** The test engine decrypts every credential of a node to the same data: this is of the LinkedIn account. */
const LINKED_IN = { login: 'ada@acme.example', password: 'correct horse', country: 'FR' };

let accounts = 0;

/** A credential that points to a server with all its addresses. Each one has rate limits of its own. */
export function credentialFor({ credentialType: type }: PackageNode, origin: string): NodeRun['credential'] {
	accounts += 1;
	const addresses = type.properties.filter(({ name }) => /url$/i.test(name)).map(({ name }) => [name, origin]);
	return {
		id: `evaluations-${accounts}`,
		type,
		data: { ...LINKED_IN, ...Object.fromEntries(addresses), apiKey: 'k'.repeat(40) },
	};
}
