/* SPDX-License-Identifier: MIT */
/* Names of zones as Windows and Exchange write them (CLDR's windowsZones, territory
 * 001). */
#include "ics.h"

static const struct {
	const char *windows, *iana;
} names[] = {
	{ "AUS Central", "Australia/Darwin" }, { "AUS Eastern", "Australia/Sydney" },
	{ "Afghanistan", "Asia/Kabul" }, { "Alaskan", "America/Anchorage" },
	{ "Aleutian", "America/Adak" }, { "Altai", "Asia/Barnaul" },
	{ "Arab", "Asia/Riyadh" }, { "Arabian", "Asia/Dubai" },
	{ "Arabic", "Asia/Baghdad" }, { "Argentina", "America/Argentina/Buenos_Aires" },
	{ "Astrakhan", "Europe/Astrakhan" }, { "Atlantic", "America/Halifax" },
	{ "Aus Central W.", "Australia/Eucla" }, { "Azerbaijan", "Asia/Baku" },
	{ "Azores", "Atlantic/Azores" }, { "Bahia", "America/Bahia" },
	{ "Bangladesh", "Asia/Dhaka" }, { "Belarus", "Europe/Minsk" },
	{ "Bougainville", "Pacific/Bougainville" },
	{ "Canada Central", "America/Regina" }, { "Cape Verde", "Atlantic/Cape_Verde" },
	{ "Caucasus", "Asia/Yerevan" }, { "Cen. Australia", "Australia/Adelaide" },
	{ "Central", "America/Chicago" }, { "Central America", "America/Guatemala" },
	{ "Central Asia", "Asia/Almaty" }, { "Central Brazilian", "America/Cuiaba" },
	{ "Central Europe", "Europe/Budapest" }, { "Central European", "Europe/Warsaw" },
	{ "Central Pacific", "Pacific/Guadalcanal" },
	{ "Chatham Islands", "Pacific/Chatham" }, { "China", "Asia/Shanghai" },
	{ "Cuba", "America/Havana" }, { "Dateline", "Etc/GMT+12" },
	{ "E. Africa", "Africa/Nairobi" }, { "E. Australia", "Australia/Brisbane" },
	{ "E. Europe", "Europe/Chisinau" }, { "E. South America", "America/Sao_Paulo" },
	{ "Easter Island", "Pacific/Easter" }, { "Eastern", "America/New_York" },
	{ "Egypt", "Africa/Cairo" }, { "Ekaterinburg", "Asia/Yekaterinburg" },
	{ "FLE", "Europe/Kiev" }, { "Fiji", "Pacific/Fiji" }, { "GMT", "Europe/London" },
	{ "GTB", "Europe/Bucharest" }, { "Georgian", "Asia/Tbilisi" },
	{ "Greenland", "America/Godthab" }, { "Greenwich", "Atlantic/Reykjavik" },
	{ "Haiti", "America/Port-au-Prince" }, { "Hawaiian", "Pacific/Honolulu" },
	{ "India", "Asia/Kolkata" }, { "Iran", "Asia/Tehran" },
	{ "Israel", "Asia/Jerusalem" }, { "Jordan", "Asia/Amman" },
	{ "Kaliningrad", "Europe/Kaliningrad" }, { "Korea", "Asia/Seoul" },
	{ "Libya", "Africa/Tripoli" }, { "Line Islands", "Pacific/Kiritimati" },
	{ "Lord Howe", "Australia/Lord_Howe" }, { "Magadan", "Asia/Magadan" },
	{ "Magallanes", "America/Punta_Arenas" }, { "Marquesas", "Pacific/Marquesas" },
	{ "Mauritius", "Indian/Mauritius" }, { "Middle East", "Asia/Beirut" },
	{ "Montevideo", "America/Montevideo" }, { "Morocco", "Africa/Casablanca" },
	{ "Mountain", "America/Denver" }, { "Myanmar", "Asia/Yangon" },
	{ "N. Central Asia", "Asia/Novosibirsk" }, { "Namibia", "Africa/Windhoek" },
	{ "Nepal", "Asia/Kathmandu" }, { "New Zealand", "Pacific/Auckland" },
	{ "Newfoundland", "America/St_Johns" }, { "Norfolk", "Pacific/Norfolk" },
	{ "North Asia", "Asia/Krasnoyarsk" }, { "North Asia East", "Asia/Irkutsk" },
	{ "North Korea", "Asia/Pyongyang" }, { "Omsk", "Asia/Omsk" },
	{ "Pacific", "America/Los_Angeles" }, { "Pacific SA", "America/Santiago" },
	{ "Pakistan", "Asia/Karachi" }, { "Paraguay", "America/Asuncion" },
	{ "Qyzylorda", "Asia/Qyzylorda" }, { "Romance", "Europe/Paris" },
	{ "Russia TZ 3", "Europe/Samara" }, { "Russia TZ 10", "Asia/Srednekolymsk" },
	{ "Russia TZ 11", "Asia/Kamchatka" }, { "Russian", "Europe/Moscow" },
	{ "SA Eastern", "America/Cayenne" }, { "SA Pacific", "America/Bogota" },
	{ "SA Western", "America/La_Paz" }, { "SE Asia", "Asia/Bangkok" },
	{ "Saint Pierre", "America/Miquelon" }, { "Sakhalin", "Asia/Sakhalin" },
	{ "Samoa", "Pacific/Apia" }, { "Sao Tome", "Africa/Sao_Tome" },
	{ "Saratov", "Europe/Saratov" }, { "Singapore", "Asia/Singapore" },
	{ "South Africa", "Africa/Johannesburg" }, { "South Sudan", "Africa/Juba" },
	{ "Sri Lanka", "Asia/Colombo" }, { "Sudan", "Africa/Khartoum" },
	{ "Syria", "Asia/Damascus" }, { "Taipei", "Asia/Taipei" },
	{ "Tasmania", "Australia/Hobart" }, { "Tocantins", "America/Araguaina" },
	{ "Tokyo", "Asia/Tokyo" }, { "Tomsk", "Asia/Tomsk" },
	{ "Tonga", "Pacific/Tongatapu" }, { "Transbaikal", "Asia/Chita" },
	{ "Turkey", "Europe/Istanbul" }, { "Turks And Caicos", "America/Grand_Turk" },
	{ "US Eastern", "America/Indianapolis" }, { "US Mountain", "America/Phoenix" },
	{ "Ulaanbaatar", "Asia/Ulaanbaatar" }, { "Venezuela", "America/Caracas" },
	{ "Vladivostok", "Asia/Vladivostok" }, { "Volgograd", "Europe/Volgograd" },
	{ "W. Australia", "Australia/Perth" }, { "W. Central Africa", "Africa/Lagos" },
	{ "W. Europe", "Europe/Berlin" }, { "W. Mongolia", "Asia/Hovd" },
	{ "West Asia", "Asia/Tashkent" }, { "West Bank", "Asia/Hebron" },
	{ "West Pacific", "Pacific/Port_Moresby" }, { "Yakutsk", "Asia/Yakutsk" },
	{ "Yukon", "America/Whitehorse" },
};

const char *
ics_windows_zone(const char *name)
{
	static const char tail[] = " Standard Time";
	size_t n = strlen(name);
	if (n <= sizeof(tail) - 1 || strcmp(name + n - (sizeof(tail) - 1), tail) != 0)
		return NULL;
	n -= sizeof(tail) - 1;
	for (size_t i = 0; i < WK_LEN(names); i++)
		if (strlen(names[i].windows) == n &&
		    strncasecmp(name, names[i].windows, n) == 0)
			return names[i].iana;
	return NULL;
}
