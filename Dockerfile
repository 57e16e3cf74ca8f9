# The worker as one container: configuration under /config (read-only), state under /data, nothing else written but /tmp.
ARG SDK_IMAGE=mcr.microsoft.com/dotnet/sdk:10.0.401-noble
# Chiselled: no shell, no package manager; "extra" brings ICU and time zones.
ARG RUNTIME_IMAGE=mcr.microsoft.com/dotnet/aspnet:10.0.12-noble-chiselled-extra

FROM ${SDK_IMAGE} AS build
ARG MAILKIT=required
ARG VERSION=0.1.0
WORKDIR /src
COPY .editorconfig global.json Directory.Build.props Directory.Packages.props ./
COPY src src
RUN dotnet publish src/TalksWatcher -c Release --os linux -o /app \
      -p:MailKit=${MAILKIT} -p:Version=${VERSION} -p:UseAppHost=false -p:DebugType=none --self-contained false \
 && mkdir /empty

FROM ${RUNTIME_IMAGE}
ARG VERSION=0.1.0
ARG REVISION=unknown
LABEL org.opencontainers.image.title="TalksWatcher" \
      org.opencontainers.image.description="Tells people when a negotiation really moved" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}"
WORKDIR /app
COPY --from=build /app .
# Without the sample reports (.dockerignore): a container watches the real thing.
COPY config /config
COPY --from=build --chown=1654:1654 /empty /data
USER 1654:1654
# The public feeds are off wherever nobody switches them on; a container is there to watch.
ENV TALKSWATCHER_CONFIG=/config \
    TALKSWATCHER__SOURCELISTS__PUBLIC=true \
    DOTNET_EnableDiagnostics=0 \
    DOTNET_gcServer=0
VOLUME ["/data"]
EXPOSE 8765
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=10s --start-period=20s CMD ["dotnet", "/app/talkswatcher.dll", "health"]
ENTRYPOINT ["dotnet", "/app/talkswatcher.dll"]
CMD ["run", "--log", "json"]
