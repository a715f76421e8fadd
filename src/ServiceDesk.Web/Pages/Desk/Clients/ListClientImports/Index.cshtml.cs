using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ServiceDesk.Application.Cases.Imports;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;

namespace ServiceDesk.Web.Pages.Desk.Clients.ListClientImports;

/// <summary>Takes a file of clients and tries it; earlier readings below.</summary>
[Authorize(Policy = nameof(Permission.ImportClients))]
[RequestSizeLimit(MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = MostBytes)]
public sealed class IndexModel(ListImportsHandler list, TryImportHandler tryImport, Texts t) : ImportListPage(ImportKind.Clients, list, tryImport, t)
{
    private const long MostBytes = 128L * 1024 * 1024;
}
