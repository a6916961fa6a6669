import type { Route } from '../../server/vendor';
import type { KaiCalls } from '../kaicalls';
import { accountRoutes } from './account';
import { agentRoutes } from './agents';
import { analyticsRoutes } from './analytics';
import { callRecordRoutes } from './callRecords';
import { callRoutes } from './calls';
import { eventRoutes } from './events';
import { leadRoutes } from './leads';
import { numberRoutes } from './numbers';
import { communicationRunRoutes } from './runs';
import { smsRoutes } from './sms';
import { webhookRoutes } from './webhooks';
import { workspaceRoutes } from './workspaces';

const groups = [
	agentRoutes,
	numberRoutes,
	callRoutes,
	accountRoutes,
	callRecordRoutes,
	leadRoutes,
	smsRoutes,
	workspaceRoutes,
	analyticsRoutes,
	webhookRoutes,
	eventRoutes,
	communicationRunRoutes,
];

/** Every endpoint of the API reference, and those that only the SDK or the MCP server have (docs/vendors/kaicalls.md). */
export function kaicallsRoutes(kaicalls: KaiCalls): Route[] {
	return groups.flatMap((routesOf) => routesOf(kaicalls));
}
