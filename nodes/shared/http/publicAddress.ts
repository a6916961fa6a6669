/**
 * Names that never leave the own machine, network, cluster or cloud: reserved (RFC 6761, 6762 with its appendix G,
 * 8375, and ICANN for internal, corp, home and mail), or used by Linux (localdomain), Kubernetes (svc, cluster), Consul
 * and routers (fritz.box). Also the names where machines in clouds ask for their own keys (Google, Tencent).
 */
const INNER_NAME =
	/(?:^|\.)(?:localhost|localdomain|local|internal|intranet|private|lan|home|corp|mail|svc|cluster|consul|box|arpa|metadata\.goog|metadata\.tencentyun\.com)$/;

/**
 * Ranges of IPv4 that are not public: own machine, private, link-local (with the clouds' metadata), shared, reserved.
 */
const INNER_V4: Array<[address: string, prefix: number]> = [
	['0.0.0.0', 8],
	['10.0.0.0', 8],
	['100.64.0.0', 10],
	['127.0.0.0', 8],
	// The address where Azure's machines ask for their own keys.
	['168.63.129.16', 32],
	['169.254.0.0', 16],
	['172.16.0.0', 12],
	['192.0.0.0', 24],
	['192.0.2.0', 24],
	['192.88.99.0', 24],
	['192.168.0.0', 16],
	['198.18.0.0', 15],
	['198.51.100.0', 24],
	['203.0.113.0', 24],
	['224.0.0.0', 3],
];

const V4 = /^\d{1,3}(?:\.\d{1,3}){3}$/;

const bits = (address: string): number => address.split('.').reduce((sum, byte) => sum * 256 + Number(byte), 0);

function isInnerV4(address: string): boolean {
	return INNER_V4.some(([range, prefix]) => {
		const size = 2 ** (32 - prefix);
		return Math.floor(bits(address) / size) === Math.floor(bits(range) / size);
	});
}

/** The groups of an address as WHATWG URLs write it: hexadecimal, one run of zeros left out as `::`. */
function groupsOf(address: string): number[] {
	const [head = '', tail] = address.split('::');
	const parse = (part: string) => (part === '' ? [] : part.split(':').map((group) => parseInt(group, 16)));
	const [before, after] = [parse(head), parse(tail ?? '')];
	const zeros = tail === undefined ? 0 : 8 - before.length - after.length;
	return [...before, ...Array.from({ length: zeros }, () => 0), ...after];
}

/** Global unicast (RFC 4291) is 2000::/3; 2001:db8 and 3fff:0 are for documents, and 2002, 2001:0 and 64:ff9b wrap IPv4. */
function isInnerV6(address: string): boolean {
	const [first = 0, second = 0] = groupsOf(address);
	if (first < 0x2000 || first > 0x3fff) return true;
	if (first === 0x3fff && second < 0x1000) return true;
	return first === 0x2002 || (first === 0x2001 && (second === 0 || second === 0xdb8));
}

/**
 * Whether a host is on the internet, by its name or address alone. Names are not resolved here.
 * @param hostname as in `URL.hostname`, which has one spelling for each address
 */
export function isPublicHost(hostname: string): boolean {
	const host = hostname.toLowerCase().replace(/(?<!\.)\.+$/, '');
	if (host.startsWith('[')) return !isInnerV6(host.slice(1, -1));
	if (V4.test(host)) return !isInnerV4(host);
	return host.includes('.') && !INNER_NAME.test(host);
}
