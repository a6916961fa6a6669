import type { IExecuteFunctions, IWebhookDescription } from 'n8n-workflow';

/**
 * The address where a vendor calls a waiting execution back. It contains the node's ID, so that a late callback cannot
 * resume another waiting node of the execution; n8n adds a token that only this execution knows.
 */
export const waitWebhooks: IWebhookDescription[] = [
	{
		name: 'default',
		httpMethod: 'POST',
		responseMode: 'onReceived',
		path: '={{ $nodeId }}',
		restartWebhook: true,
		isFullPath: true,
	},
];

/** The address of the webhook above for the running execution; undefined if n8n has no address. */
export function callbackUrl(context: IExecuteFunctions): string | undefined {
	const resumeUrl = context.evaluateExpression('{{ $execution.resumeUrl }}', 0);
	if (typeof resumeUrl !== 'string' || !URL.canParse(resumeUrl)) return undefined;
	const url = new URL(resumeUrl);
	url.pathname = `${url.pathname.replace(/(?<!\/)\/+$/, '')}/${encodeURIComponent(context.getNode().id)}`;
	return url.href;
}
