using FluentValidation;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;

namespace ServiceDesk.Web.Shared.Validation;

/// <summary>Runs the validator of every bound property and handler argument before a posting handler; its sentences land beside the fields.</summary>
public sealed class FluentValidationPageFilter(IServiceProvider services) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (context.HandlerMethod is { } handler && !HttpMethods.IsGet(context.HttpContext.Request.Method))
        {
            foreach (var property in context.ActionDescriptor.BoundProperties.OfType<PageBoundPropertyDescriptor>())
                await Validate(context, property.BindingInfo?.BinderModelName ?? property.Name, property.ParameterType, property.Property.GetValue(context.HandlerInstance));
            foreach (var parameter in handler.Parameters)
            {
                if (context.HandlerArguments.TryGetValue(parameter.Name, out var argument))
                    await Validate(context, parameter.BindingInfo?.BinderModelName ?? parameter.Name, parameter.ParameterType, argument);
            }
        }

        await next();
    }

    private async Task Validate(PageHandlerExecutingContext context, string prefix, Type type, object? model)
    {
        if (model is null || services.GetService(typeof(IValidator<>).MakeGenericType(type)) is not IValidator validator) return;
        var result = await validator.ValidateAsync(new ValidationContext<object>(model), context.HttpContext.RequestAborted);
        foreach (var failure in result.Errors)
        {
            var key = $"{prefix}.{failure.PropertyName}";
            // What the binder could not read is said already.
            if (context.ModelState.TryGetValue(key, out var state) && state.ValidationState == ModelValidationState.Invalid) continue;
            context.ModelState.AddModelError(key, failure.ErrorMessage);
        }
    }
}
