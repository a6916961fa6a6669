import type { INodeProperties } from 'n8n-workflow';

/**
 * Where n8n's own HTTP Request node may send the key, at every hop of a redirect. n8n adds these two fields to each credential
 * without them, and allows all hosts there (n8n-workflow: credential-domain-restrictions.js). Names and values are n8n's. The nodes
 * of this package always send to the Base URL.
 * @param hosts of the vendor
 */
export const allowedDomainsFields = (vendorName: string, hosts: string[]): INodeProperties[] => [
	{
		displayName: 'Allowed HTTP Request Domains',
		name: 'allowedHttpRequestDomains',
		type: 'options',
		options: [
			{ name: 'All', value: 'all', description: 'Every workflow may send the key to any host' },
			{ name: 'None', value: 'none', description: 'Keep the key out of HTTP Request nodes' },
			{ name: 'Specific Domains', value: 'domains', description: 'Send the key to these domains only' },
		],
		default: 'domains',
		description: `Where an HTTP Request node may send this key. The ${vendorName} nodes send it to the Base URL only.`,
	},
	{
		displayName: 'Allowed Domains',
		name: 'allowedDomains',
		type: 'string',
		default: hosts.join(', '),
		placeholder: 'e.g. example.com, *.example.com',
		description:
			'Hosts to which an HTTP Request node may send this key, separated by commas. If you use another Base URL, add its host.',
		displayOptions: { show: { allowedHttpRequestDomains: ['domains'] } },
	},
];
