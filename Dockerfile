# The worker as one container: configuration under /config (read-only), state under /data.
ARG SDK_IMAGE=mcr.microsoft.com/dotnet/sdk:10.0
ARG RUNTIME_IMAGE=mcr.microsoft.com/dotnet/aspnet:10.0

FROM ${SDK_IMAGE} AS build
ARG MAILKIT=required
WORKDIR /src
COPY .editorconfig global.json Directory.Build.props Directory.Packages.props ./
COPY src src
RUN dotnet publish src/TalksWatcher -c Release -o /app -p:MailKit=${MAILKIT} -p:UseAppHost=false

FROM ${RUNTIME_IMAGE}
LABEL org.opencontainers.image.title="TalksWatcher" \
      org.opencontainers.image.description="Tells people when a negotiation really moved"
WORKDIR /app
COPY --from=build /app .
COPY config /config
RUN mkdir -p /data && chown 1654:1654 /data
USER 1654
# The public feeds are off wherever nobody switches them on; a container is there to watch.
ENV TALKSWATCHER_CONFIG=/config \
    TALKSWATCHER__SOURCELISTS__PUBLIC=true \
    DOTNET_EnableDiagnostics=0
VOLUME ["/config", "/data"]
EXPOSE 8765
HEALTHCHECK --interval=30s --timeout=10s --start-period=20s CMD ["dotnet", "/app/talkswatcher.dll", "health"]
ENTRYPOINT ["dotnet", "/app/talkswatcher.dll"]
CMD ["run", "--log", "json"]
