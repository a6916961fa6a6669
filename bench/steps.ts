import type { INodeParameters } from 'n8n-workflow';
import { name as pack } from '../package.json';
import type { Step } from './chain';

/** The campaign to which prospects are added and from which they are listed. */
export const CAMPAIGN = 'campaign-1';

/** A resource locator filled in by hand. */
const byId = (value: string) => ({ __rl: true, mode: 'id', value });

const ours = (type: string, credential: string, parameters: INodeParameters): Step => ({
	name: 'Ours',
	type: `${pack}.${type}`,
	credential,
	parameters,
});

const kakiyo = (operation: string, parameters: INodeParameters): Step =>
	ours('kakiyo', 'kakiyoOutreachApi', { resource: 'prospect', operation, ...parameters });

export const getProspect = kakiyo('get', { chatId: byId('={{ $json.id }}') });

export const getCall = ours('kaiCalls', 'kaiCallsOutreachApi', {
	resource: 'call',
	operation: 'get',
	callId: byId('={{ $json.id }}'),
});

export const placeCall = ours('kaiCalls', 'kaiCallsOutreachApi', {
	resource: 'call',
	operation: 'create',
	agentId: byId('agent-1'),
	to: '=+1202{{ 5550000 + $json.number }}',
});

export const getClient = ours('kayse', 'kayseOutreachApi', {
	resource: 'client',
	operation: 'get',
	clientId: '={{ $json.number }}',
});

export const addMapped = kakiyo('add', { campaignId: byId(CAMPAIGN), dataMode: 'autoMapInputData' });

export const addDefined = kakiyo('add', {
	campaignId: byId(CAMPAIGN),
	dataMode: 'defineBelow',
	name: '={{ $json.name }}',
	url: '={{ $json.url }}',
	additionalFields: { customData: '={{ $json.customData }}' },
});

/** @param limit rows wanted; all when left out */
export const getProspects = (limit?: number): Step =>
	kakiyo('getAll', {
		campaignId: byId(CAMPAIGN),
		...(limit === undefined ? { returnAll: true } : { returnAll: false, limit }),
	});

/** n8n's HTTP Request node with its Header Auth credential. */
export const httpRequest = (parameters: INodeParameters): Step => ({
	name: 'HTTP Request',
	type: 'n8n-nodes-base.httpRequest',
	credential: 'httpHeaderAuth',
	parameters: { authentication: 'genericCredentialType', genericAuthType: 'httpHeaderAuth', ...parameters },
});

/** One request for each item. @param prefix the URL up to the ID; @param id the expression of the ID */
export const httpGet = (prefix: string, id: string): Step => httpRequest({ url: `=${prefix}${id}` });

/** One prospect for each item: three expressions, as in our Define Below. */
export const httpAdd = (stubUrl: string): Step =>
	httpRequest({
		method: 'POST',
		url: `${stubUrl}/kakiyo/prospects`,
		sendBody: true,
		bodyParameters: {
			parameters: [
				{ name: 'campaignId', value: CAMPAIGN },
				{ name: 'name', value: '={{ $json.name }}' },
				{ name: 'url', value: '={{ $json.url }}' },
				{ name: 'customData', value: '={{ $json.customData }}' },
			],
		},
	});

/** One call for each item. */
export const httpPlaceCall = (stubUrl: string): Step =>
	httpRequest({
		method: 'POST',
		url: `${stubUrl}/kaicalls/calls`,
		sendBody: true,
		bodyParameters: {
			parameters: [
				{ name: 'agent_id', value: 'agent-1' },
				{ name: 'to', value: '=+1202{{ 5550000 + $json.number }}' },
			],
		},
	});

/** n8n's own paging over the same list. */
export const httpPages = (stubUrl: string): Step =>
	httpRequest({
		url: `${stubUrl}/kakiyo/prospects/campaign/${CAMPAIGN}?limit=100`,
		options: {
			pagination: {
				pagination: {
					paginationMode: 'updateAParameterInEachRequest',
					parameters: { parameters: [{ type: 'qs', name: 'cursor', value: '={{ $pageCount * 100 }}' }] },
					paginationCompleteWhen: 'other',
					completeExpression: "={{ $response.headers['x-has-more'] !== 'true' }}",
				},
			},
		},
	});

/** The bare node with the least work for one request an item. */
export const floor = (prefix: string, id: string, atOnce: number): Step => ({
	name: 'Floor',
	type: 'n8n-nodes-bench.benchFloor',
	credential: 'benchApi',
	parameters: { resource: 'record', operation: 'get', prefix, id, atOnce },
});

const CHUNKS_OF_100 = `
const rows = $input.all().map(({ json: { name, url, customData } }) => ({ name, url, customData }));
const chunks = [];
for (let start = 0; start < rows.length; start += 100) {
	chunks.push({ json: { prospects: rows.slice(start, start + 100) } });
}
return chunks;
`;

/** An expert's workflow that adds many prospects in few requests and still has one item for each row. */
export const expertAdd = (stubUrl: string): Step[] => [
	{ name: 'Chunks', type: 'n8n-nodes-base.code', parameters: { jsCode: CHUNKS_OF_100 } },
	httpRequest({
		method: 'POST',
		url: `${stubUrl}/kakiyo/prospects/batch`,
		sendBody: true,
		specifyBody: 'json',
		jsonBody: `={{ JSON.stringify({ campaignId: '${CAMPAIGN}', prospects: $json.prospects }) }}`,
	}),
	{
		name: 'Rows and Answer',
		type: 'n8n-nodes-base.set',
		parameters: {
			assignments: {
				assignments: [
					{ id: 'rows', name: 'prospects', type: 'array', value: "={{ $('Chunks').item.json.prospects }}" },
				],
			},
			includeOtherFields: true,
		},
	},
	{
		name: 'One Item for Each Row',
		type: 'n8n-nodes-base.splitOut',
		parameters: { fieldToSplitOut: 'prospects', include: 'allOtherFields' },
	},
];
