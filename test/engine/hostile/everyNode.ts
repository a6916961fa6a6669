import type { ICredentialType, INodeParameters, INodeType } from 'n8n-workflow';

import { KaiCallsOutreachApi } from '../../../credentials/KaiCallsOutreachApi.credentials';
import { KairoOutreachApi } from '../../../credentials/KairoOutreachApi.credentials';
import { KakiyoLinkedInAccountApi } from '../../../credentials/KakiyoLinkedInAccountApi.credentials';
import { KakiyoOutreachApi } from '../../../credentials/KakiyoOutreachApi.credentials';
import { KayseOutreachApi } from '../../../credentials/KayseOutreachApi.credentials';
import type { Bench } from '../bench';
import { KaiCallsBench } from '../kaicalls';
import { KairoBench } from '../kairo';
import { byId, KakiyoBench } from '../kakiyo';
import { KayseBench } from '../kayse';
import { VENDORS } from '../lists/vendors';

export const CREDENTIALS: ICredentialType[] = [
	new KakiyoOutreachApi(),
	new KakiyoLinkedInAccountApi(),
	new KaiCallsOutreachApi(),
	new KayseOutreachApi(),
	new KairoOutreachApi(),
];

/** A node with a reading of it, and a write that names a record. */
export interface HostileVendor {
	name: string;
	node: INodeType & { methods: { listSearch: object } };
	bench: () => Bench;
	reading: INodeParameters;
	/** With an ID of the user's in its path. */
	ofId: (id: string) => INodeParameters;
}

const own: Record<string, Omit<HostileVendor, 'name' | 'node'>> = {
	Kakiyo: {
		bench: () => new KakiyoBench(),
		reading: { resource: 'campaign', operation: 'getAll', limit: 1 },
		ofId: (id) => ({ resource: 'agent', operation: 'delete', agentIdToDelete: byId(id) }),
	},
	KaiCalls: {
		bench: () => new KaiCallsBench(),
		reading: { resource: 'account', operation: 'getBalance' },
		ofId: (id) => ({ resource: 'lead', operation: 'get', leadId: byId(id) }),
	},
	Kayse: {
		bench: () => new KayseBench(),
		reading: { resource: 'metadata', operation: 'getAll' },
		ofId: (id) => ({ resource: 'case', operation: 'get', caseId: id }),
	},
	KAIRO: {
		bench: () => new KairoBench(),
		reading: { resource: 'agent', operation: 'getAll', limit: 1 },
		ofId: (id) => ({ resource: 'agent', operation: 'delete', agentIdToDelete: byId(id) }),
	},
};

export const NODES: HostileVendor[] = VENDORS.flatMap(({ name, node }) => {
	const kind = own[name];
	return kind ? [{ name, node, ...kind }] : [];
});
