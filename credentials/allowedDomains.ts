import type { INodeProperties } from 'n8n-workflow';

/**
 * Where n8n's own HTTP Request node may send the key, at every hop of a redirect. n8n adds these two fields to each credential that
 * does not declare them itself, and allows all hosts there (n8n-workflow: credential-domain-restrictions.js). The names and values
 * are n8n's. The nodes of this package send to the Base URL, whatever is chosen here.
 * @param hosts of the vendor
 */
export const allowedDomainsFields = (vendorName: string, hosts: string[]): INodeProperties[] => [
	{
		displayName: 'Allowed HTTP Request Domains',
		name: 'allowedHttpRequestDomains',
		type: 'options',
		options: [
			{ name: 'All', value: 'all', description: 'Whoever builds a workflow may send the key to any host' },
			{ name: 'None', value: 'none', description: 'Keep the key out of HTTP Request nodes' },
			{ name: 'Specific Domains', value: 'domains', description: 'Send the key to these domains only' },
		],
		default: 'domains',
		description: `Where an HTTP Request node may send this key. The nodes of ${vendorName} are not affected: they send it to the Base URL only.`,
	},
	{
		displayName: 'Allowed Domains',
		name: 'allowedDomains',
		type: 'string',
		default: hosts.join(', '),
		placeholder: 'e.g. example.com, *.example.com',
		description:
			'Hosts that an HTTP Request node may send this key to, separated by commas. Add the host of your Base URL if that is another one.',
		displayOptions: { show: { allowedHttpRequestDomains: ['domains'] } },
	},
];
