$ wick series
wick: nothing is logged yet (no ~/.local/share/wick/wick.db)
? 4
$ wick log -9 9:00-17:00 -s 7h -e 3 >/dev/null; wick log -8 10h >/dev/null; wick page -8 23:30 sev2 20m >/dev/null; wick log -5 8h --oncall >/dev/null
$ wick series
date,hours,sleep,wakes,incidents,oncall,energy,stress,mood,short_rest,score,band,fast,slow,confidence,low,high,week_hours,sleep_chronic,p_hours,p_rest,p_sleep,p_incidents,p_checkin,c_hours,c_rest,c_sleep,c_incidents,c_checkin
2026-11-11,8.000000,7.000000,0,,0,3,,,0,5.783440,calm,11.250000,0.316880,0.093907,5.783440,5.783440,40.000000,7.866878,0.000000,0.000000,0.000000,0.000000,11.250000,0.000000,0.000000,0.000000,0.000000,5.783440
2026-11-12,10.000000,,0,,0,,,,0,7.993752,calm,15.250000,0.737503,0.134430,7.993752,7.993752,42.000000,7.866878,4.000000,0.000000,0.000000,0.000000,11.250000,2.056334,0.000000,0.000000,0.000000,5.937417
2026-11-13,,,0,sleep:2:20,0,,,,0,9.483348,calm,17.750000,1.216696,0.118619,9.483348,9.483348,42.000000,7.866878,4.000000,0.000000,0.000000,2.500000,11.250000,2.111082,0.000000,0.000000,1.285209,6.087058
2026-11-14,,,0,,0,,,,0,9.716196,calm,17.750000,1.682392,0.104839,8.402387,10.019880,42.000000,7.866878,4.000000,0.000000,0.000000,2.500000,11.250000,2.164287,0.000000,0.000000,1.319426,6.232483
2026-11-15,8.000000,,0,,1,,,,0,20.821155,calm,38.911288,2.731023,0.144472,19.682243,21.084412,50.000000,7.866878,20.000000,5.000000,0.000000,2.661288,11.250000,10.441331,2.570418,0.000000,1.435595,6.373812
$ wick series --from -8 --to -7
date,hours,sleep,wakes,incidents,oncall,energy,stress,mood,short_rest,score,band,fast,slow,confidence,low,high,week_hours,sleep_chronic,p_hours,p_rest,p_sleep,p_incidents,p_checkin,c_hours,c_rest,c_sleep,c_incidents,c_checkin
2026-11-12,10.000000,,0,,0,,,,0,7.993752,calm,15.250000,0.737503,0.134430,7.993752,7.993752,42.000000,7.866878,4.000000,0.000000,0.000000,0.000000,11.250000,2.056334,0.000000,0.000000,0.000000,5.937417
2026-11-13,,,0,sleep:2:20,0,,,,0,9.483348,calm,17.750000,1.216696,0.118619,9.483348,9.483348,42.000000,7.866878,4.000000,0.000000,0.000000,2.500000,11.250000,2.111082,0.000000,0.000000,1.285209,6.087058
$ wick series --from -8 --to -8 --json
{"format":1,"series":[
{"date":"2026-11-12","hours":10,"sleep":null,"wakes":0,"incidents":[],"oncall":false,"energy":null,"stress":null,"mood":null,"short_rest":false,"score":7.993752,"band":"calm","fast":15.25,"slow":0.737503,"confidence":0.13443,"low":7.993752,"high":7.993752,"week_hours":42,"sleep_chronic":7.866878,"p_hours":4,"p_rest":0,"p_sleep":0,"p_incidents":0,"p_checkin":11.25,"c_hours":2.056334,"c_rest":0,"c_sleep":0,"c_incidents":0,"c_checkin":5.937417}]}
$ wick series --from today
wick: nothing is logged in that range
? 4
$ wick series --from today --to -9
wick: --to is before --from
? 2
