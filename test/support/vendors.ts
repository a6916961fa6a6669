import type { ICredentialType, INodeType } from 'n8n-workflow';

import { KaiCallsOutreachApi } from '../../credentials/KaiCallsOutreachApi.credentials';
import { KairoOutreachApi } from '../../credentials/KairoOutreachApi.credentials';
import { KakiyoOutreachApi } from '../../credentials/KakiyoOutreachApi.credentials';
import { KayseOutreachApi } from '../../credentials/KayseOutreachApi.credentials';
import { KaiCalls } from '../../nodes/KaiCalls/KaiCalls.node';
import { Kairo } from '../../nodes/Kairo/Kairo.node';
import { Kakiyo } from '../../nodes/Kakiyo/Kakiyo.node';
import { Kayse } from '../../nodes/Kayse/Kayse.node';
import { kaicallsVendor } from '../../sandbox/kaicalls';
import { KaiCalls as KaiCallsState } from '../../sandbox/kaicalls/kaicalls';
import { kairoVendor } from '../../sandbox/kairo';
import { Kairo as KairoState } from '../../sandbox/kairo/kairo';
import { kakiyoVendor } from '../../sandbox/kakiyo';
import { Kakiyo as KakiyoState } from '../../sandbox/kakiyo/kakiyo';
import { kayseVendors } from '../../sandbox/kayse';
import { Kayse as KayseState } from '../../sandbox/kayse/kayse';
import type { Vendor } from '../../sandbox/server/vendor';
import { Clock } from '../../sandbox/time/clock';

/** A vendor as a reader of the repository knows it. */
export interface KnownVendor {
	/** As n8n and the documents call its node. */
	name: string;
	/** Its folder in `nodes`. */
	folder: string;
	/** Its pages in `docs` and in `docs/vendors`, without `.md`. */
	page: string;
	/** A new one each time, as loading a node changes its description. */
	node: () => INodeType;
	credential: () => ICredentialType;
	/** Its hosts in the sandbox. */
	served: () => Vendor[];
}

const clock = () => new Clock();

/** All vendors of the package: what holds of every node is tested on these. */
export const VENDORS: KnownVendor[] = [
	{
		name: 'KaiCalls',
		folder: 'KaiCalls',
		page: 'kaicalls',
		node: () => new KaiCalls(),
		credential: () => new KaiCallsOutreachApi(),
		served: () => [kaicallsVendor(new KaiCallsState(clock()))],
	},
	{
		name: 'KAIRO',
		folder: 'Kairo',
		page: 'kairo',
		node: () => new Kairo(),
		credential: () => new KairoOutreachApi(),
		served: () => [kairoVendor(new KairoState(clock()))],
	},
	{
		name: 'Kakiyo',
		folder: 'Kakiyo',
		page: 'kakiyo',
		node: () => new Kakiyo(),
		credential: () => new KakiyoOutreachApi(),
		served: () => [kakiyoVendor(new KakiyoState(clock()))],
	},
	{
		name: 'Kayse',
		folder: 'Kayse',
		page: 'kayse',
		node: () => new Kayse(),
		credential: () => new KayseOutreachApi(),
		served: () => Object.values(kayseVendors(new KayseState(clock()))),
	},
];
