import type { INodeProperties } from 'n8n-workflow';

const OTHER_SERVER = 'otherServer';

/** The switch that shows the addresses. n8n leaves out what is not shown, and the nodes take the vendor's own address then. */
export const otherServerField = (vendorName: string, hint = 'Only for a test server.'): INodeProperties => ({
	displayName: 'Other Server',
	name: OTHER_SERVER,
	type: 'boolean',
	default: false,
	description: `Whether to send the key to another address than that of ${vendorName}. ${hint}`,
});

/**
 * An address of the credential, as two fields of one name: behind the switch, and without it wherever there is another one than the
 * vendor's, so that no address is used that nobody sees.
 */
export const addressFields = (
	field: Pick<INodeProperties, 'displayName' | 'name' | 'description'>,
	address: string,
): INodeProperties[] =>
	[{ [OTHER_SERVER]: [true] }, { [OTHER_SERVER]: [false], [`/${field.name}`]: [{ _cnd: { not: address } }] }].map(
		(show) => ({
			...field,
			type: 'string',
			default: address,
			required: true,
			displayOptions: { show },
		}),
	);
