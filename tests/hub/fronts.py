# SPDX-License-Identifier: MIT
"""The proxies of wick-hub(8), as its examples are printed: only names, ports and files are
other ones. usage: fronts.py nginx|caddy HUB_PORT PEM KEY FOLDER
Says its port when it answers, and ends when its standard input does."""
import os
import re
import socket
import subprocess
import sys
import time

MAN = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../man/wick-hub.8")


def example(name):
    text = open(MAN, encoding="utf-8").read()
    return re.search(rf"^# begin {name}\n(.*?)^# end {name}$", text, re.S | re.M).group(1)


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


def nginx(folder, port, hub_port, pem, key):
    site = example("nginx").replace("listen 443 ssl", f"listen 127.0.0.1:{port} ssl")
    site = site.replace("wick.example.org", "localhost").replace(":8787", f":{hub_port}")
    site = site.replace("/etc/ssl/wick.pem", pem).replace("/etc/ssl/private/wick.key", key)
    temp = "".join(f"{n}_temp_path {folder}/{n};\n" for n in "client_body proxy fastcgi uwsgi scgi".split())
    conf = os.path.join(folder, "nginx.conf")
    with open(conf, "w") as f:
        f.write(f"daemon off;\npid {folder}/nginx.pid;\nerror_log {folder}/nginx.log;\nevents {{}}\n"
                f"http {{\naccess_log off;\n{temp}{site}}}\n")
    return ["nginx", "-p", folder, "-c", conf, "-e", f"{folder}/nginx.log"], {}


def caddy(folder, port, hub_port, pem, key):
    site = example("caddy").replace("wick.example.org", f"https://localhost:{port}")
    site = site.replace(":8787", f":{hub_port}").replace("/etc/ssl/wick.pem", pem)
    site = site.replace("/etc/ssl/private/wick.key", key)
    conf = os.path.join(folder, "Caddyfile")
    with open(conf, "w") as f:
        f.write("{\n\tadmin off\n\tauto_https disable_redirects\n\tdefault_bind 127.0.0.1\n}\n" + site)
    env = {"HOME": folder, "XDG_DATA_HOME": folder, "XDG_CONFIG_HOME": folder}
    return ["caddy", "run", "--config", conf, "--adapter", "caddyfile"], env


def main(name, hub_port, pem, key, folder):
    port = free_port()
    argv, env = {"nginx": nginx, "caddy": caddy}[name](folder, port, hub_port, pem, key)
    with open(os.path.join(folder, "proxy.log"), "w") as log:
        proxy = subprocess.Popen(argv, env=dict(os.environ, **env), stdin=subprocess.DEVNULL, stdout=log, stderr=log)
    end = time.monotonic() + 60
    while time.monotonic() < end and proxy.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            print(port, flush=True)
            sys.stdin.read()
            break
        except OSError:
            time.sleep(0.02)
    proxy.terminate()
    return proxy.wait(60) and 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
