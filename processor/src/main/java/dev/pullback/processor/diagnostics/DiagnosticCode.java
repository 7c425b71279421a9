package dev.pullback.processor.diagnostics;

import java.util.Locale;

/**
 * Every diagnostic the processor can give. Ids are stable: AD1xx request, AD2xx language subset, AD3xx types, AD4xx
 * differentiability, AD9xx internal. {@code docs/diagnostics.md} has one section, and the test resources one example, for
 * each.
 */
public enum DiagnosticCode {
    // ---- AD1xx: the request ----

    /** Not javac, or a wrapper we cannot open. */
    AD101(
            "this compiler does not give annotation processors access to method bodies (%s)",
            "compile with javac, for example through Maven or Gradle; Eclipse's own compiler is not supported"),
    /** Native. */
    AD102("method '%s' has no body to differentiate", "move @Differentiable to a method with a body"),
    /** Instance method. */
    AD103(
            "method '%s' can be overridden, and no object is of exactly the class '%s'",
            "make it final, or move @Differentiable to the methods of the subclasses"),
    /** Generic method. */
    AD104("method '%s' has type parameters", "write it for concrete types"),
    /** Return type. */
    AD105(
            "method '%s' returns %s, which is no number, array or record that could be differentiated",
            "return double, double[], double[][], a record or value class of them that is not private, or write to arrays that 'outputs' names"),
    /** Parameter type. */
    AD106(
            "parameter '%s' has type %s, which is not supported",
            "use primitive types, arrays of them with one dimension (of float up to two, of int, long, boolean and double up to three), or passive objects"),
    /** Nothing to differentiate with respect to. */
    AD107(
            "method '%s' has no independents: no parameter of type double, float, arrays or records of them without @Passive",
            "add such a parameter, remove @Passive, or make a class of numbers a record or value class"),
    /** Unknown name in wrt. */
    AD108("wrt names '%s', but method '%s' has no such parameter", "use one of: %s"),
    /** Name in wrt of a type without derivatives. */
    AD109(
            "wrt names '%s' of type %s, which cannot carry a derivative",
            "name parameters of type double, float, arrays of them, records or value classes, or arrays of those that hold numbers only"),
    /** Name in wrt that is passive. */
    AD110("wrt names '%s', which is marked @Passive", "remove the name from wrt or the annotation from the parameter"),
    /** Name twice in wrt. */
    AD111("wrt names '%s' more than once", "name every parameter once"),
    /** Generated code could not refer to the class. */
    AD112("class '%s' is private, so that the generated class cannot name it", "make the class package-private"),
    /** Overloads. */
    AD113(
            "the derivatives of '%s' and of the overload '%s' would have the same signature (%s)",
            "rename one of the two methods"),
    /** Signature or class with unresolved types. */
    AD114("type '%s' in the signature of '%s' cannot be resolved", "check the import and the class path"),
    /** The Filer refuses. */
    AD115(
            "the generated class '%s' cannot be written: %s",
            "remove or rename your class of that name; the name belongs to the generated class"),
    /** A derivative that a method of this kind does not have. */
    AD116("derivatives names %s, but method '%s' %s", "%s"),
    /** Abstract, and implemented by classes that nobody names. */
    AD117(
            "method '%s' has no body, and which classes implement it is not known, as %s is not sealed",
            "seal the type, or name the classes: implementations = {Call.class, Put.class}"),
    /** An implementation without derivatives. */
    AD118("method '%s' cannot be differentiated for objects of class %s, which %s", "%s"),
    /** A package whose name looks like that of a class. */
    AD119(
            "package '%s' has a part that begins with a capital letter, which generated code would take for a class",
            "begin the names of packages with small letters, or put the differentiated methods into another package"),

    /** Void without outputs. */
    AD120(
            "method '%s' has no result: it returns nothing and names no outputs",
            "name the arrays that it writes: outputs = {\"y\"}"),
    /** Unknown name in outputs. */
    AD121("outputs names '%s', but method '%s' has no such parameter", "name array parameters of the method"),
    /** Output that is no array of reals. */
    AD122(
            "outputs names '%s' of type %s, which cannot hold results",
            "name parameters of type double[] or double[][] only"),
    /** Name twice in outputs. */
    AD123("outputs names '%s' more than once", "name every parameter once"),
    /** An argument as result. */
    AD124(
            "method '%s' returns one of its arguments or a static array, whose adjoint would be that of two things",
            "return a new array, or make the method void and name the array in outputs"),
    /** Private record. */
    AD125(
            "parameter '%s' is a record that the generated class cannot name, as %s is private",
            "make the record package-private"),
    /** Two records with one twin. */
    AD126(
            "records %s and %s have one simple name, and their derivatives would both be %s",
            "rename one of them, or declare the methods in different classes"),
    /** Accessor of a record parameter. */
    AD127(
            "accessor %s.%s() does more than give its component, whose value the derivatives need",
            "let the accessor return the field, and add a method for what it does, or mark the parameter @Passive"),
    /** A field that is no independent. */
    AD128(
            "field '%s', which wrt names, cannot be an independent: %s",
            "name instance fields of type double or float, or of vectors or matrices of them; pass anything else as a parameter"),
    /** Breaks a rule of the language that javac checks later. */
    AD130(
            "method '%s' is no valid Java: %s",
            "correct it; if javac accepts it without @Differentiable, report it as a bug of the processor"),
    /** Active values in a constant. */
    AD131(
            "parameter '%s' is a constant of the differentiation, but values that depend on the independents are stored in it",
            "store them in an array of your own, for example a clone, or make the parameter an independent"),
    /** An argument's records replaced. */
    AD132(
            "the method stores records into its argument '%s', which is an array of records",
            "work on a copy: Body[] own = bodies.clone(); or return the new values"),
    /** A rule that cannot be called. */
    AD140("rule '%s' cannot be called by generated code", "make it static and not private"),
    /** A rule for nothing. */
    AD141(
            "'%s' has no method '%s' that takes and returns numbers",
            "name a method of that class with real numbers as its result and an argument to differentiate with respect to"),
    /** The signature of a rule. */
    AD142(
            "rule '%s' does not fit the method",
            "write %s, with the method's result as a further parameter if you need it"),
    /** A rule for a private method. */
    AD143("method '%s' has a rule, but is private, so that generated code cannot call it", "make it package-private"),
    /** Two rules. */
    AD144("method '%s' has another rule already, '%s'", "keep one of them"),
    /** Forward only. */
    AD145(
            "method '%s' has a pushforward, but no pullback in this class",
            "write the pullback: reverse mode needs it, and forward mode can do with it"),
    /** Numbers that make no schedule. */
    AD150(
            "@Checkpointed on '%s' is contradictory: %s",
            "give REVOLVE a number of snapshots or bytes, or 0 for no limit, and PERIODIC a period of at least 1"),
    /** Nothing to checkpoint. */
    AD151(
            "method '%s' is marked @Checkpointed, but has no loop",
            "move the annotation to the method that has the loop"),
    /** An iteration with effects. */
    AD152(
            "the loop at line %s, '%s', cannot be checkpointed: its iterations do something that must happen once, or hand on an object",
            "move calls with effects and objects that change out of the loop, or remove @Checkpointed"),
    /** A checkpointed loop in a recorded one. */
    AD153(
            "the loop at line %s, '%s', cannot be checkpointed: it runs inside another loop, which records all its iterations",
            "put @Checkpointed on the method with the outer loop, too"),
    /** A solution of no equation, or of two. */
    AD160(
            "@SolutionOf on '%s' is contradictory: %s",
            "write @SolutionOf(fixedPoint = \"step\") or root = \"residual\""),
    /** A method that cannot be marked. */
    AD161(
            "'%s' cannot be the solution of an equation: %s",
            "mark a static method, not private, that returns the solution as double or double[]"),
    /** A method that states no equation. */
    AD162("'%s' is no equation for the solution '%s': %s", "%s"),

    // ---- AD2xx: the language subset ----

    /** Statement outside the subset. */
    AD201("%s is not supported in a differentiated method", "rewrite it with if, for, while and assignments"),
    /** Expression outside the subset. */
    AD202("%s is not supported in a differentiated method", "compute it outside and pass the value as a parameter"),
    /** Switch over a type outside the subset. */
    AD204("a switch over type %s is not supported", "switch over an integer, an enum or a string, or use if and else"),
    /** Array variable assigned again. */
    AD206(
            "which array variable '%s' means after this assignment cannot be followed",
            "give it arrays of one length, and write to none of them while it has another name that is still used; or copy the elements"),
    /** Array value other than a new array or a name for an existing one. */
    AD207(
            "%s cannot be the value of an array variable",
            "initialise the variable with a new array, another variable or a row such as m[i]"),
    /** Missing dimension. */
    AD208(
            "it is not plain that all rows of this matrix, or all records of this array, are made right behind it, from the first to the last, and used only then",
            "make them in a loop over all of them: m[i] = new double[i + 1]; or give every dimension: new double[rows][columns]"),
    /** Row by reference. */
    AD209(
            "an array cannot be stored into a matrix here: %s",
            "store new arrays from the first row to the last, exchange rows of one matrix, or copy elements: m[i][j] = row[j]"),
    /** Identity of arrays. */
    AD210(
            "arrays cannot be compared with == or !=: which array it is says nothing about its numbers",
            "compare lengths or elements, or pass a boolean parameter"),
    /** Null. */
    AD211(
            "null is not supported: there is no derivative with respect to an absent array",
            "pass an empty array, or write a second method"),
    /** Instance field. */
    AD212(
            "field '%s' is assigned, or belongs to an object around this one: derivatives see fields as constants",
            "use a local variable, pass the value as a parameter, or make the class a record or value class whose methods return new objects"),
    /** Mutable static field. */
    AD213(
            "static field '%s' is not final, so its value may change between the function and its derivative",
            "make it final, pass its value as a parameter, or mark it @Passive if it keeps its value meanwhile"),
    /** Static field of a hidden class. */
    AD214(
            "static field '%s' belongs to a class that the generated class cannot name, and is no compile-time constant",
            "%s"),
    /** Write to global state. */
    AD215("'%s' is an array of a field, writing to it is a side effect", "copy it to a local array first"),
    /** Recursion. */
    AD216(
            "recursive method '%s' cannot be differentiated: %s",
            "let it overwrite arrays of double only, return a number or an array that it makes, or write it as a loop"),
    /** Signature of a helper. */
    AD219(
            "helper method '%s' cannot be differentiated: %s",
            "use a static method on int, long, boolean, double and arrays of them"),
    /** Call on an object. */
    AD220(
            "'%s' is called on an object with a value that carries a derivative, which would be lost: its body is not differentiated",
            "make the method @Differentiable, also an abstract one, write a @DerivativeOf rule, or mark the method @Passive if its result is a constant"),
    /** Static method of another class. */
    AD221(
            "method '%s' of another class is not differentiable, and bodies of other classes are not read",
            "annotate it with @Differentiable, move it to this class, or write a @DerivativeOf rule for it"),
    /** Not a function of its arguments. */
    AD222("'%s' does not give the same result twice", "draw the value outside and pass it as a @Passive parameter"),
    /** Names of a class file. */
    AD223(
            "wrt of '%s' cannot be read: its class file lacks the parameters' names",
            "compile that library with -parameters, or mark the other parameters @Passive instead of using wrt"),
    /** A derivative inside a primal. */
    AD224(
            "'%s' is a generated class, and of derivatives only gradients of methods with one result are differentiated again",
            "call fGradient or fValueAndGradient, or call it from a method that is not differentiated itself"),
    /** A gradient without second derivatives. */
    AD225(
            "the gradient of '%s' is differentiated here, which takes second derivatives",
            "add derivatives = Derivative.HESSIAN_VECTOR to the annotation of that method"),
    /** A gradient that is not one of numbers or arrays of them. */
    AD226(
            "the gradient of '%s' cannot be differentiated here: %s",
            "write the method for double and arrays of it, and ask for the part of the gradient that is needed"),

    /** A parameter that wrt of another class's method leaves out. */
    AD227(
            "method '%s' of another class is not differentiated with respect to '%s', and the argument carries a derivative",
            "name the parameter in wrt of that method, or mark it @Passive there if it is meant as a constant"),

    /** A member that generated code cannot name. */
    AD230(
            "'%s' cannot be called from the generated class, which stands in this package but not in the class",
            "make it package-private, or public in another package"),
    /** A checked exception. */
    AD231(
            "%s is a checked exception, which derivatives do not declare",
            "throw an unchecked exception, or call this in the method that calls this one"),
    /** A new object of a value with a derivative. */
    AD232(
            "a new %s would hold a value that carries a derivative, which would be lost",
            "make the class a record, or a value class (final fields, an accessor for each, a constructor that takes them in order), or keep the value in a variable or an array"),
    /** An effect that would happen twice. */
    AD233(
            "this happens in '%s', which calls itself and therefore runs a second time for its derivative",
            "do it in the method that calls the recursive one, and pass the result on"),
    /** A field that no handle reaches. */
    AD234(
            "field '%s' belongs to a class of another module, or to a private one, so that the generated class cannot read it",
            "use a public method that gives its value, or pass it as a parameter; or make the class package-private"),
    /** The receiver leaves. */
    AD235(
            "the receiver is passed to code that could change its fields, which derivatives read before everything else",
            "make the fields final, annotate the method that is called with @Differentiable, or call this in the method that calls the differentiated one"),
    /** A method whose implementation is not known. */
    AD236(
            "which body '%s' has depends on the object, since '%s' is abstract or overrides it",
            "make the method final or private, or abstract and @Differentiable"),
    /** An independent read behind the derivative's back. */
    AD237(
            "this may read field '%s' of the receiver, which is an independent, where the derivative does not see it",
            "read the field by its name or through this, or pass its value as a parameter"),
    /** An argument whose type depends on a type parameter. */
    AD238(
            "the argument of '%s' depends on a type parameter of the class, for which generated code has a wildcard only",
            "put the call into a method of this class that is marked @Passive"),
    /** An object of a class that generated code cannot name. */
    AD239(
            "class '%s' is private, or an inner class of a generic one, so that the generated class cannot name it",
            "make it package-private, or static"),
    /** Different arrays as results. */
    AD240(
            "the method returns different arrays, or one of an inner block: its caller would not know which one it gets",
            "declare one array at the start of the method and name it in every return"),
    /** Pattern or guard. */
    AD250("'%s' is not supported as a label of a case", "use constants, or write the cases with if and else"),
    /** Function as a value. */
    AD251(
            "a function can only be called here: where it is stored or passed on, nobody knows what it computes",
            "assign it to a local variable and call that, or call the method itself"),
    /** Method of a functional interface with a body. */
    AD252("'%s' makes a function of functions", "call the functions one after the other"),
    /** Function of objects. */
    AD253(
            "a function over type %s is not supported, as objects carry no derivatives",
            "use an interface over primitive types, such as DoubleUnaryOperator"),
    /** Stream operation. */
    AD254("'%s' of a stream is not supported", "write a loop"),
    /** Method reference that cannot be called. */
    AD255(
            "the method reference '%s' means neither a static method of numbers nor one of a variable or this",
            "write a lambda expression"),
    /** Exception handling. */
    AD256(
            "a try statement may end anywhere in its block, so that nobody knows which statements to reverse",
            "catch the exception in the method that calls this one, or test with if what would throw"),
    /** Lock. */
    AD257(
            "a synchronized statement is not supported: the reverse sweep would use what it protects without the lock",
            "take the lock in the method that calls this one, or copy the values before"),
    /** A constructor whose work is unknown. */
    AD265(
            "a new %s cannot be taken apart into its components: %s",
            "declare it in this top-level class, with a constructor that assigns each component once"),
    /** A method of a record whose body is unknown. */
    AD266(
            "'%s' is a method of a record or value class in another file, and bodies of other files are not read",
            "declare the class in this top-level class, use its components, or mark it @Passive if it is a constant parameter"),
    /** Identity of records. */
    AD267("records cannot be compared or described with %s in a differentiated method", "compare their components"),
    /** Type parameters of a record. */
    AD268("record %s has type parameters, and its components no fixed type", "declare a record of doubles"),
    /** A record from somewhere else. */
    AD269(
            "a value of type %s is taken apart into its components, and an object of it would lose their derivatives",
            "give the variable, parameter or result the type itself instead of Object or an interface, and read its components; an array may be a variable, a new array, a copy, or what a method of this class returns"),
    /** A record from another class's method. */
    AD270(
            "'%s' is a method of another class and gives a record with '%s', which is not one number that fits into a double",
            "move the method into this class, or let it return a record of numbers or an array"),
    /** A derivative lost in a receiver. */
    AD271(
            "'%s' of another file is called on a record whose components may carry derivatives, but is not differentiated with respect to all of them",
            "name them in its wrt, as in wrt = {\"x\", \"y\", \"other\"}, or make it a static method that takes the record"),
    /** Array result of another class's method. */
    AD241(
            "method '%s' of another class both returns a value and has outputs, which calls from here do not support",
            "let it write the value to an output, too, or move it to this class"),
    /** Arguments overwritten by another class's method. */
    AD242(
            "method '%s' of another class overwrites an array argument that it does not name as output",
            "name it in outputs of a void method, let it work on a copy, or move it to this class"),

    /** A method of another class with fields as independents. */
    AD243(
            "method '%s' of another class is differentiated with respect to fields of its object, which is a constant here",
            "let it take the values as parameters"),

    /** One array in two roles. */
    AD244(
            "array '%s' is both an output and another argument of this call of '%s', whose derivatives take them for two arrays",
            "pass a copy as the other argument: a.clone()"),

    // ---- AD3xx: types ----

    /** Unknown symbol. */
    AD301(
            "cannot resolve '%s'",
            "check the spelling and the imports; if javac accepts the code, write the name in full"),
    /** Reference types. */
    AD303(
            "type %s is not supported here: a number that is kept in an object, such as a box, has no derivative",
            "use double, float, int, long or boolean, arrays of them and records of these; what is no number may be an object of a class that generated code can name"),
    /** Array types outside the subset. */
    AD304(
            "array type %s is not supported",
            "use one dimension, or up to two of float and up to three of int, long, boolean or double"),
    /** Ill-typed code. */
    AD305("%s does not fit here", "check the types; javac would reject this too"),
    /** Overloading. */
    AD306("no method '%s' fits the arguments %s, or more than one does", "cast the arguments to the parameter types"),
    /** Unknown class. */
    AD307("cannot resolve the class in '%s'", "check the import and the class path, or name the class in full"),

    // ---- AD4xx: differentiability ----

    /** Library call. */
    AD401("there is no derivative rule for '%s', and zero would be a guess", "%s"),

    /** No path from an independent to the result; a warning. */
    AD402(
            "the derivative of '%s' with respect to '%s' is zero everywhere",
            "mark '%s' @Passive or leave it out of wrt if that is meant"),

    /** A function whose derivative is out of reach. */
    AD403(
            "'%s' cannot be differentiated: %s",
            "if its arguments do not depend on the independents, compute it outside and pass it as a @Passive parameter;"
                    + " otherwise write the function out"),
    /** A second derivative of another method. */
    AD404("the Hessian of '%s' needs second derivatives of '%s', which has none", "%s"),
    /** A function whose derivative has none itself. */
    AD405(
            "the Hessian of '%s' needs the derivative of '%s', for which there is no rule",
            "do without the Hessian, or write the function out"),

    /** What there are no power series of. */
    AD406(
            "there are no Taylor coefficients of '%s': %s",
            "leave Derivative.TAYLOR out; Derivative.HESSIAN_VECTOR gives derivatives of the second order"),

    /** A third derivative of another method. */
    AD407("the third derivatives of '%s' need those of '%s', which has none", "%s"),

    /** A second derivative of a method with a rule. */
    AD408("the Hessian of '%s' needs second derivatives of '%s', and of its rule '%s' only values are known", "%s"),

    /** A number that changes in steps; a warning. */
    AD410(
            "the cast to %s makes steps of a value that depends on the independents: what goes on as a number here has the derivative zero",
            "compute with the value itself, or put @SuppressWarnings(\"pullback\") on the variable, method or class if steps are meant"),

    // ---- AD9xx: internal ----

    /** An exception of ours. */
    AD901(
            "internal error in the processor: %s",
            "this is a bug: report it with the method, and remove @Differentiable to go on");

    private final String template;
    private final String fix;

    DiagnosticCode(String template, String fix) {
        this.template = template;
        this.fix = fix;
    }

    /** Whether the compilation fails. */
    public boolean isError() {
        return this != AD402 && this != AD410;
    }

    /** The message with its arguments, those of the fix last, led by the id in brackets and followed by the fix. */
    public String message(Object... arguments) {
        return String.format(Locale.ROOT, "[" + name() + "] " + template + ". Fix: " + fix, arguments);
    }
}
