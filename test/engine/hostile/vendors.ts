import { byId } from '../bench';
import { KaiCallsBench } from '../kaicalls';
import { KairoBench } from '../kairo';
import { KakiyoBench } from '../kakiyo';
import { KayseBench } from '../kayse';

/** A reading of one record with each of the four nodes. */
export const VENDORS = [
	{
		vendor: 'Kakiyo',
		bench: new KakiyoBench(),
		get: { resource: 'agent', operation: 'get', agentId: byId('agent_1') },
	},
	{
		vendor: 'KaiCalls',
		bench: new KaiCallsBench(),
		get: { resource: 'call', operation: 'get', callId: byId('call_1') },
	},
	{ vendor: 'Kayse', bench: new KayseBench(), get: { resource: 'client', operation: 'get', clientId: 401 } },
	{ vendor: 'KAIRO', bench: new KairoBench(), get: { resource: 'agent', operation: 'get', agentId: byId('agent_1') } },
];
