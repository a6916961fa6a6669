import { describe, expect, it } from '@jest/globals';

import { isPublicHost } from '../../../nodes/shared/http/publicAddress';

const hostOf = (url: string): string => new URL(url).hostname;

describe('hosts that recordings are fetched from', () => {
	it.each([
		'https://storage.example.com/a.mp3',
		'https://8.8.8.8/a.mp3',
		'https://172.15.255.255/',
		'https://172.32.0.1/',
		'https://[2606:4700::1111]/',
		'https://bucket.s3.amazonaws.com/',
		'https://local.example.com/',
		'https://www.box.com/',
		'https://goog.example.com/',
		'https://www.consul.io/',
		'https://168.63.129.17/',
	])('%s is public', (url) => {
		expect(isPublicHost(hostOf(url))).toBe(true);
	});

	it.each([
		'https://localhost/',
		'https://localhost./',
		'https://localhost../',
		'https://metadata.google.internal../',
		'https://metadata.goog/',
		'https://metadata.tencentyun.com/',
		'https://web.service.consul/',
		'https://a.localhost/',
		'https://printer/',
		'https://nas.local/',
		'https://metadata.google.internal/',
		'https://127.0.0.1/',
		'https://127.1/',
		'https://0x7f000001/',
		'https://2130706433/',
		'https://0/',
		'https://10.1.2.3/',
		'https://100.64.0.1/',
		'https://169.254.169.254/',
		'https://172.16.0.1/',
		'https://172.31.255.255/',
		'https://192.168.1.1/',
		'https://224.0.0.1/',
		'https://255.255.255.255/',
		'https://[::]/',
		'https://[::1]/',
		'https://[::ffff:127.0.0.1]/',
		'https://[::ffff:a00:1]/',
		'https://[64:ff9b::7f00:1]/',
		'https://[2002:7f00:1::]/',
		'https://[2001:0:1::1]/',
		'https://[fe80::1]/',
		'https://[fd00::1]/',
		'https://[ff02::1]/',
		'https://[fd00:ec2::254]/',
		'https://[3fff::1]/',
		'https://168.63.129.16/',
		'https://100.100.100.200/',
		'https://192.0.0.192/',
		'https://0xa83f8110/',
		'https://kubernetes.default.svc/',
		'https://kubernetes.default.svc.cluster.local/',
		'https://api.prod.svc./',
		'https://localhost.localdomain/',
		'https://fritz.box/',
		'https://x.private/',
		'https://X.PRIVATE/',
		'https://router.lan/',
		'https://nas.home.arpa/',
		'https://1.0.0.127.in-addr.arpa/',
		'https://db.internal/',
		'https://db.corp/',
		'https://x\uff0einternal/',
		'https://fritz\u3002box/',
	])('%s is not', (url) => {
		expect(isPublicHost(hostOf(url))).toBe(false);
	});
});
