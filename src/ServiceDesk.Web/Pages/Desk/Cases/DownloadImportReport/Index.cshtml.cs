using Microsoft.AspNetCore.Authorization;
using ServiceDesk.Application.Cases.Imports;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;

namespace ServiceDesk.Web.Pages.Desk.Cases.DownloadImportReport;

/// <summary>The report of a reading of the file of an older register.</summary>
[Authorize(Policy = nameof(Permission.ImportRegisters))]
public sealed class IndexModel(ShowImportHandler show) : ImportReportPage(ImportKind.Cases, show);
