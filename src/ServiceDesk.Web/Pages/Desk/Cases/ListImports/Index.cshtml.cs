using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ServiceDesk.Application.Cases.Imports;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;

namespace ServiceDesk.Web.Pages.Desk.Cases.ListImports;

/// <summary>Takes the file of an older register and tries it; earlier readings below.</summary>
[Authorize(Policy = nameof(Permission.ImportRegisters))]
[RequestSizeLimit(MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = MostBytes)]
public sealed class IndexModel(ListImportsHandler list, TryImportHandler tryImport, Texts t) : ImportListPage(ImportKind.Cases, list, tryImport, t)
{
    private const long MostBytes = 512L * 1024 * 1024;
}
