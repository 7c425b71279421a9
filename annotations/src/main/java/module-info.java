/** What users write: {@code @Differentiable} and its companions. */
module dev.pullback.annotations {
    exports dev.pullback.annotations;
}
