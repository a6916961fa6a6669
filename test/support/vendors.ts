import type { INodeType } from 'n8n-workflow';

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
	/** As n8n and the README call its node. */
	name: string;
	/** Its folder in `nodes`. */
	folder: string;
	/** Its page in `docs/vendors`, without `.md`. */
	page: string;
	/** A new one each time, as loading a node changes its description. */
	node: () => INodeType;
	/** Its hosts in the sandbox. */
	served: () => Vendor[];
}

const clock = () => new Clock();

export const VENDORS: KnownVendor[] = [
	{
		name: 'Kakiyo',
		folder: 'Kakiyo',
		page: 'kakiyo',
		node: () => new Kakiyo(),
		served: () => [kakiyoVendor(new KakiyoState(clock()))],
	},
	{
		name: 'KaiCalls',
		folder: 'KaiCalls',
		page: 'kaicalls',
		node: () => new KaiCalls(),
		served: () => [kaicallsVendor(new KaiCallsState(clock()))],
	},
	{
		name: 'Kayse',
		folder: 'Kayse',
		page: 'kayse',
		node: () => new Kayse(),
		served: () => Object.values(kayseVendors(new KayseState(clock()))),
	},
	{
		name: 'KAIRO',
		folder: 'Kairo',
		page: 'kairo',
		node: () => new Kairo(),
		served: () => [kairoVendor(new KairoState(clock()))],
	},
];
