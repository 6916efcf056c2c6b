# Finds a JDK 25 or newer; read by ./run and ./test. Plain POSIX tools, and the bash 3.2 of macOS.

# The major version of the JDK in a folder, or nothing.
jdk_major() {
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 1
  local version=""
  [ -r "$1/release" ] && version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null | head -n 1)
  [ -n "$version" ] || version=$("$1/bin/java" -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p' | head -n 1)
  [ -n "$version" ] && printf '%s\n' "$version"
}

# The folder that a java on the PATH belongs to, whatever links lead to it.
jdk_of_path() {
  local file link
  file=$(command -v java 2>/dev/null) || return 1
  while [ -L "$file" ]; do
    link=$(readlink "$file")
    case $link in
      /*) file=$link ;;
      *) file=$(dirname "$file")/$link ;;
    esac
  done
  (cd -P -- "$(dirname "$file")/.." 2>/dev/null && pwd)
}

jdk_candidates() {
  [ -n "${JAVA_HOME:-}" ] && printf '%s\n' "$JAVA_HOME"
  jdk_of_path
  local folder
  for folder in /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /usr/local/java/* /usr/local/openjdk* /opt/java/* /opt/*jdk* /opt/*/jdk* \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.local/share/mise/installs/java/* "$HOME"/.asdf/installs/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    [ -d "$folder" ] && printf '%s\n' "$folder"
  done
  [ -x /usr/libexec/java_home ] && /usr/libexec/java_home -v 25+ 2>/dev/null
  return 0
}

# Prints the folder of the first JDK that is new enough, or says what to install.
find_jdk() {
  local folder major
  while IFS= read -r folder; do
    major=$(jdk_major "$folder") || continue
    if [ "$major" -ge 25 ]; then
      printf '%s\n' "$folder"
      return 0
    fi
  done <<EOF
$(HOME=${HOME:-/nonexistent} jdk_candidates)
EOF
  echo "JDK 25以上が見つかりません。例えば Eclipse Temurin 25 か openjdk-25-jdk を入れるか、JAVA_HOME で場所を指定してください。 / No JDK 25 or newer was found: install one (such as Eclipse Temurin 25 or openjdk-25-jdk) or set JAVA_HOME." >&2
  return 1
}
