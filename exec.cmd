@rem The npm scripts begin with exec, so that no shell stands between npm and the work and swallows signals. Windows has no exec.
@%*
