"""The course as a static site: JupyterLite, the notebooks, Python in the tab, and a page to start from."""

from course.site.building import Site, build_site
from course.site.errors import SiteError
from course.site.pyodide import FILES as PYODIDE_FILES

__all__ = ["PYODIDE_FILES", "Site", "SiteError", "build_site"]
