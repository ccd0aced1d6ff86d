"""Talking to a SPARQL server: addresses, names and passwords, second attempts.

Settings come from the environment: DATELINE_USER and DATELINE_PASSWORD (else the netrc file), DATELINE_UPDATE_URL and
DATELINE_GRAPH_STORE_URL where updates and whole graphs (SPARQL 1.1 Graph Store HTTP Protocol) go to addresses that cannot be told
from that of queries. All that is sent may be sent twice.
"""

import os
from collections.abc import Mapping
from urllib.parse import quote, urlsplit, urlunsplit

import requests
from requests.adapters import HTTPAdapter
from requests.auth import AuthBase, HTTPBasicAuth, HTTPDigestAuth
from urllib3.util import Retry

from dateline import __version__
from dateline.errors import QueryError, StoreError

TIMEOUT = (10, 600)  # seconds to connect, to answer
_AGAIN = Retry(total=5, backoff_factor=0.3, status_forcelist=(429, 502, 503, 504), allowed_methods=None, raise_on_status=False)


class Server:
    """A SPARQL 1.1 server at an address."""

    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise StoreError(f"{url}: the address of a SPARQL server begins with http:// or https://")
        if parts.username or parts.password:
            raise StoreError("a password in an address is seen by others; set DATELINE_USER and DATELINE_PASSWORD, or use netrc")
        self.url = url
        self.update_url = os.environ.get("DATELINE_UPDATE_URL") or _update_url(url)
        self._graph_store = os.environ.get("DATELINE_GRAPH_STORE_URL")
        self.graph_store_url = self._graph_store or _graph_store_url(url)
        self._session = requests.Session()
        self._session.headers["User-Agent"] = f"Dateline/{__version__}"
        for scheme in ("http://", "https://"):
            self._session.mount(scheme, HTTPAdapter(max_retries=_AGAIN))
        user, password = os.environ.get("DATELINE_USER"), os.environ.get("DATELINE_PASSWORD", "")
        self._user = (user, password) if user else requests.utils.get_netrc_auth(url)
        self._auth: AuthBase | None = HTTPBasicAuth(*self._user) if self._user else None

    def close(self) -> None:
        self._session.close()

    def query(self, sparql: str, accept: str) -> requests.Response:
        """The answer to a query. Raises QueryError where the server refuses it."""
        answer = self._post(self.url, {"query": sparql}, accept)
        if answer.status_code in (400, 500):
            raise QueryError(f"the server refuses the query: {_said(answer)}")
        return self._fine(answer)

    def update(self, sparql: str) -> None:
        """Have an update made."""
        self._fine(self._post(self.update_url, {"update": sparql}, "*/*"))

    def give(self, graph: str, triples: bytes, *, anew: bool) -> bool:
        """Hand over statements of a graph (N-Triples) in one step, in place of all it holds where `anew`, besides them otherwise.

        Returns whether that could be done: a server may have no graph store, or may have it elsewhere.
        """
        if not self.graph_store_url:
            return False
        headers = {"Content-Type": "application/n-triples"}
        url = f"{self.graph_store_url}{'&' if '?' in self.graph_store_url else '?'}graph={quote(graph, safe='')}"
        answer = self._send("PUT" if anew else "POST", url, triples, headers)
        if not answer.ok:
            self.no_graph_store(f"answers {answer.status_code}: {_said(answer)}")
        return answer.ok

    def no_graph_store(self, why: str) -> None:
        """Give up handing over whole graphs. Raises StoreError where the user says that it can be done."""
        if self._graph_store:
            raise StoreError(f"the graph store at {self._graph_store} {why}")
        self.graph_store_url = None

    def _post(self, url: str, form: Mapping[str, str], accept: str) -> requests.Response:
        # as a form: Virtuoso never answers a query that is posted as it is
        return self._send("POST", url, form, {"Accept": accept})

    def _send(self, method: str, url: str, data: Mapping[str, str] | bytes, headers: Mapping[str, str]) -> requests.Response:
        def send() -> requests.Response:
            return self._session.request(method, url, data=data, headers=headers, auth=self._auth, timeout=TIMEOUT)

        try:
            answer = send()
            if answer.status_code == 401 and self._user and not isinstance(self._auth, HTTPDigestAuth):
                self._auth = HTTPDigestAuth(*self._user)  # Virtuoso takes nothing else, and does not say so
                answer = send()
            return answer
        except requests.RequestException as error:
            raise StoreError(f"{url} cannot be reached: {_reason(error)}") from None

    def _fine(self, answer: requests.Response) -> requests.Response:
        if answer.status_code in (401, 403):
            raise StoreError(f"{answer.url} does not let us in ({answer.status_code}); set DATELINE_USER and DATELINE_PASSWORD")
        if not answer.ok:
            raise StoreError(f"{answer.url} answers {answer.status_code}: {_said(answer)}")
        return answer


def _update_url(url: str) -> str:
    """Where a server takes updates, told from where it takes queries."""
    scheme, host, path, query, _ = urlsplit(url)
    if path.endswith("/query"):  # Oxigraph, Fuseki
        path = f"{path.removesuffix('/query')}/update"
    elif "/repositories/" in path:  # RDF4J, GraphDB
        path = f"{path.rstrip('/')}/statements"
    return urlunsplit((scheme, host, path, query, ""))


def _graph_store_url(url: str) -> str | None:
    """Where a server takes whole graphs, told from where it takes queries; None where that cannot be told."""
    scheme, host, path, _, _ = urlsplit(url)
    if path == "/query":  # Oxigraph
        path = "/store"
    elif path.endswith("/query"):  # Fuseki
        path = f"{path.removesuffix('/query')}/data"
    elif path in ("/sparql", "/sparql-auth"):  # Virtuoso
        path = path.replace("/sparql", "/sparql-graph-crud")
    elif "/repositories/" in path:  # RDF4J, GraphDB
        path = f"{path.rstrip('/')}/rdf-graphs/service"
    else:
        return None
    return urlunsplit((scheme, host, path, "", ""))


def _said(answer: requests.Response) -> str:
    return " ".join(answer.text.split())[:300] or answer.reason


def _reason(error: Exception) -> str:
    return " ".join(str(error).split())[:200]
