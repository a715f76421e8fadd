using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;

namespace ServiceDesk.Web.Shared.Validation;

/// <summary>Tells an expired form from other bad requests, so that the error page can say how to keep the typed text.</summary>
public sealed class ExpiredFormFilter : IAlwaysRunResultFilter
{
    public static readonly object Mark = new();

    public void OnResultExecuting(ResultExecutingContext context)
    {
        if (context.Result is IAntiforgeryValidationFailedResult) context.HttpContext.Items[Mark] = true;
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }
}
