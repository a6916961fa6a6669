import type { ICredentialType, INodeType } from 'n8n-workflow';

import { VENDORS } from '../../../support/vendors';
import type { NodeRun } from '../../engine';

/** A node of the package. */
export interface PackageNode {
	/** A new one each time, as loading a node changes its description. */
	create: () => INodeType;
	credentialType: ICredentialType;
}

export const packageNodes: PackageNode[] = VENDORS.map(({ node, credential }) => ({
	create: node,
	credentialType: credential(),
}));

/** The test engine decrypts every credential of a node to the same data: this is of the LinkedIn account. */
const LINKED_IN = { login: 'ada@acme.example', password: 'correct horse', country: 'FR' };

let accounts = 0;

/** A credential with all addresses set to a server. Each credential has its own rate limits. */
export function credentialFor({ credentialType: type }: PackageNode, origin: string): NodeRun['credential'] {
	accounts += 1;
	const addresses = type.properties.filter(({ name }) => /url$/i.test(name)).map(({ name }) => [name, origin]);
	return {
		id: `evaluations-${accounts}`,
		type,
		data: { ...LINKED_IN, ...Object.fromEntries(addresses), apiKey: 'k'.repeat(40) },
	};
}
