# SPDX-License-Identifier: MIT
# The strain index again, slow and obvious: every window is looked up from scratch for
# every day, nothing is kept but the recursions. Shares no line with src/core.
# in:  n,hours,sleep,wakes,incidents,oncall,energy,stress,mood,short_rest   n: a day number,
#      0 a Monday, consecutive, the first one not empty; an empty cell is not logged
# out: n and series' computed columns, from score to c_checkin
# usage: awk -F, -f strain.awk FILE
{ n = $1; if (NR == 1) first = n; last = n
  hours[n] = $2; sleep[n] = $3; wakes[n] = $4 + 0; inc[n] = $5; oncall[n] = $6 + 0
  energy[n] = $7; stress[n] = $8; mood[n] = $9; short[n] = $10 + 0 }

function max(a, b) { return a > b ? a : b }
function min(a, b) { return a < b ? a : b }
function weekday(n) { return ((n % 7) + 7) % 7 }
function contract(n) { return weekday(n) < 5 ? 8 : 0 }
function empty(n) { return hours[n] == "" && sleep[n] == "" && inc[n] == "" && energy[n] == "" && stress[n] == "" && mood[n] == "" }
function median(v, c,   i, j, t) {
	for (i = 1; i <= c; i++) for (j = i + 1; j <= c; j++) if (v[j] < v[i]) { t = v[i]; v[i] = v[j]; v[j] = t }
	return c % 2 ? v[(c + 1) / 2] : (v[c / 2] + v[c / 2 + 1]) / 2
}
function wakings(n,   a, i, c, w) {
	c = split(inc[n], a, ";")
	w = 0
	for (i = 1; i <= c; i++) if (a[i] ~ /^woke/) w++
	return w
}
# hours of a day inside a window that ends today
function hours_in(n,   c, v, k) {
	if (n < first) return contract(n)
	if (hours[n] != "") return hours[n] + 0
	c = 0
	for (k = n - 7; k >= n - 56 && k >= first; k -= 7) if (hours[k] != "") v[++c] = hours[k] + 0
	return c >= 2 ? median(v, c) : contract(n)
}
function effective(n) { return max(0, sleep[n] - min(3, 0.5 * (wakes[n] + wakings(n)))) }
function sleep_in(n,   c, v, k) {
	if (sleep[n] != "") return effective(n)
	c = 0
	for (k = n - 1; k >= n - 28 && k >= first; k--) if (sleep[k] != "") v[++c] = effective(k)
	return c >= 5 ? median(v, c) : ""
}
function load(n,   a, i, c, p, sum, dur, sev, cat) {
	c = split(inc[n], a, ";")
	sum = 0
	for (i = 1; i <= c; i++) {
		split(a[i], p, ":")
		cat = p[1] == "woke" ? 6 : p[1] == "sleep" ? 3 : p[1] == "off" ? 2 : 1
		sev = p[2] == "" ? 1 : p[2] <= 1 ? 1.5 : p[2] == 2 ? 1.25 : p[2] == 3 ? 1 : 0.75
		dur = p[3] == "" ? 1 : max(0.5, min(2, p[3] / 30))
		sum += cat * sev * dur
	}
	return sum
}
function checkin(n,   c, sum) {
	c = 0; sum = 0
	if (energy[n] != "") { c++; sum += (5 - energy[n]) / 4 }
	if (stress[n] != "") { c++; sum += (stress[n] - 1) / 4 }
	if (mood[n] != "") { c++; sum += (5 - mood[n]) / 4 }
	return c ? sum / c : ""
}
function name(s) { return s < 25 ? "calm" : s < 50 ? "watch" : s < 75 ? "strained" : "severe" }

END {
	q = 8; I = 0; k_at = ""; run = 0; cf = 0; cs = 0; dlo = 0; dhi = 0
	for (i = 1; i <= 5; i++) { p[i] = 0; F[i] = 0; D[i] = 0 }
	for (n = first; n <= last; n++) {
		is_empty = empty(n)
		run = is_empty ? run + 1 : 0
		kh = hours[n] != ""; ks = sleep[n] != ""
		known = 0.55 * kh + 0.45 * ks
		cf += (1 - exp(-1 / 7)) * (known - cf)
		cs += (1 - exp(-1 / 28)) * (known - cs)
		if (run == 1) {
			f0 = 0; d0 = 0
			for (i = 1; i <= 5; i++) { f0 += F[i]; d0 += D[i] }
			lo_f = f0; lo_d = d0; hi_f = f0; hi_d = d0; goal = min(100, 1.25 * f0)
		}
		if (run <= 7) {
			h7 = 0; r14 = 0; v14 = 0; on7 = 0
			for (k = n - 6; k <= n; k++) { h7 += hours_in(k); if (k >= first) on7 += oncall[k] }
			for (k = n - 13; k <= n; k++) {
				if (hours_in(k) < 1 && !(k >= first && wakings(k))) r14++
				if (k >= first) v14 += short[k]
			}
			s = sleep_in(n)
			if (s != "") q += (1 - exp(-1 / 7)) * (min(9, s) - q)
			if (!is_empty) I = I * exp(-1 / 4) + load(n)
			c = checkin(n)
			if (c != "") {
				if (k_at == "" || n - k_at > 28) kk = c
				else kk += (1 - exp(-(n - k_at) / 7)) * (c - kk)
				k_at = n
			}
			p[1] = min(60, 2 * max(0, h7 - 40))
			p[2] = min(20, 5 * max(0, 4 - r14) + 2 * v14)
			p[3] = min(55, 22 * max(0, 8 - 0.75 - q))
			p[4] = min(40, I + 5 * on7 / 7)
			p[5] = k_at == "" || n - k_at >= 28 ? 0 : min(60, 90 * max(0, kk - 0.375))
			sum = p[1] + p[2] + p[3] + p[4] + p[5]
			g = sum > 100 ? 100 / sum : 1
			f = 0; d = 0
			for (i = 1; i <= 5; i++) { F[i] = g * p[i]; f += F[i]; d += D[i] }
			a = f >= d ? 1 - exp(-1 / 35) : 1 - exp(-1 / 70)
			S = 0; d = 0
			for (i = 1; i <= 5; i++) { D[i] += a * (F[i] - D[i]); d += D[i]; C[i] = (F[i] + D[i]) / 2; S += C[i] }
		}
		if (run) {
			lo_f = f0 * exp(-run / 7)
			lo_d += (1 - exp(-1 / 70)) * (lo_f - lo_d)
			hi_f += (1 - exp(-1 / 7)) * (goal - hi_f)
			hi_d += (hi_f >= hi_d ? 1 - exp(-1 / 35) : 1 - exp(-1 / 70)) * (hi_f - hi_d)
			dlo = max(dlo, S - (lo_f + lo_d) / 2)
			dhi = max(dhi, (hi_f + hi_d) / 2 - S)
		} else {
			dlo *= exp(-1 / 7); dhi *= exp(-1 / 7)
		}
		printf "%d,%.6f,%s,%.6f,%.6f,%.6f,%.6f,%.6f,%.6f,%.6f", n, S, name(S), f, d, 0.6 * cf + 0.4 * cs, max(0, S - dlo), min(100, S + dhi), h7, q
		for (i = 1; i <= 5; i++) printf ",%.6f", p[i]
		for (i = 1; i <= 5; i++) printf ",%.6f", C[i]
		printf "\n"
	}
}
